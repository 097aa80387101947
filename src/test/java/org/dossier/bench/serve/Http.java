package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand, so that what comes over the wire is seen as it is, from any address of this machine. */
public final class Http {

    /**
     * What came back.
     *
     * @param status 0 when nothing that is HTTP did
     * @param whole whether all came that was promised
     */
    public record Reply(int status, Map<String, String> headers, byte[] body, boolean whole) {

        public String text() {
            return new String(body, UTF_8);
        }
    }

    private static final int SOON_MILLISECONDS = 25;

    private final URI endpoint;
    private final String from;
    private final Duration patience;

    /**
     * @param from address of this machine that is seen as the client's, such as {@code 127.0.0.2}
     * @param patience how long nothing may come
     */
    public Http(URI endpoint, String from, Duration patience) {
        this.endpoint = endpoint;
        this.from = from;
        this.patience = patience;
    }

    Reply query(String query, String parameters) {
        return get(endpoint.getPath() + "?query=" + URLEncoder.encode(query, UTF_8) + parameters, "*/*");
    }

    public Reply get(String path, String accept) {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost:" + endpoint.getPort() + "\r\nAccept: " + accept
                + "\r\nConnection: close\r\n\r\n");
    }

    public Reply send(String request) {
        return send(request.getBytes(UTF_8));
    }

    /** The answer to a request; one without status when there is none. */
    public Reply send(byte[] request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            return read(socket.getInputStream());
        } catch (IOException failure) {
            return new Reply(0, Map.of(), new byte[0], false);
        }
    }

    /** The same, but where nothing comes back soon, the server is told that no more of the request will come. */
    public Reply sendAll(byte[] request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            in.mark(1);
            socket.setSoTimeout(SOON_MILLISECONDS);
            try {
                in.read();
            } catch (SocketTimeoutException silent) {
                socket.shutdownOutput();
            }
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            in.reset();
            return read(in);
        } catch (IOException failure) {
            return new Reply(0, Map.of(), new byte[0], false);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        socket.connect(new InetSocketAddress("127.0.0.1", endpoint.getPort()), Math.toIntExact(patience.toMillis()));
        return socket;
    }

    static Reply read(InputStream in) throws IOException {
        String first = line(in);
        if (!first.startsWith("HTTP/1.1 ")) {
            return new Reply(0, Map.of(), new byte[0], false);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole = headers.containsKey("content-length")
                ? copy(in, body, Long.parseLong(headers.get("content-length")))
                : chunks(in, body, headers);
        return new Reply(status, headers, body.toByteArray(), whole);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(UTF_8);
    }

    private static boolean copy(InputStream in, ByteArrayOutputStream body, long length) {
        try {
            byte[] part = in.readNBytes(Math.toIntExact(length));
            body.write(part);
            return part.length == length;
        } catch (IOException cut) {
            return false;
        }
    }

    private static boolean chunks(InputStream in, ByteArrayOutputStream body, Map<String, String> headers) {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return toTheEnd(in, body);
        }
        try {
            for (String size = line(in); !size.isEmpty(); size = line(in)) {
                int length = Integer.parseInt(size, 16);
                if (!copy(in, body, length)) {
                    return false;
                }
                line(in);
                if (length == 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException | NumberFormatException cut) {
            return false;
        }
    }

    private static boolean toTheEnd(InputStream in, ByteArrayOutputStream body) {
        try {
            in.transferTo(body);
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException cut) {
            return false;
        }
    }
}
