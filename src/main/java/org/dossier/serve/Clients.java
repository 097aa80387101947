package org.dossier.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;

/** Who a client is, as far as limits go, and how it calls this server. */
final class Clients {

    private static final String FORWARDED = "X-Forwarded-For";

    /** Some proxies add the port, which is another one for each connection of the same client. */
    private static final Pattern WITH_PORT = Pattern.compile("^(?:([0-9.]+)|\\[(.*)\\]):[0-9]+$");

    private static final int GROUPS = 4;

    private final boolean isBehindProxy;

    /** @param isBehindProxy whether a proxy in front adds the address of its client to a header */
    Clients(boolean isBehindProxy) {
        this.isBehindProxy = isBehindProxy;
    }

    /** The address, or for IPv6 the network of one household, since one client has all of its addresses. */
    String of(HttpServletRequest request) {
        return named(address(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED))));
    }

    /** The address itself, as whoever reads the log wants it. */
    String address(Request request) {
        return address(Request.getRemoteAddr(request), request.getHeaders().getValuesList(FORWARDED));
    }

    /** How the client calls this server. A proxy in front speaks TLS with it, and plain HTTP here. */
    String origin(HttpServletRequest request) {
        boolean isSecure =
                request.isSecure() || (isBehindProxy && "https".equals(request.getHeader("X-Forwarded-Proto")));
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "localhost");
        return (isSecure ? "https://" : "http://") + host.replaceAll("[^A-Za-z0-9.:\\[\\]-]", "");
    }

    static String named(String typed) {
        String address = WITH_PORT.matcher(typed).replaceFirst("$1$2");
        return address.contains(":") ? network(address.replaceAll("[\\[\\]]|%.*", "")) : address;
    }

    /** What the proxy itself has added stands last; everything before can be made up. */
    private String address(String remote, List<String> forwarded) {
        if (!isBehindProxy || forwarded.isEmpty()) {
            return remote;
        }
        String last = forwarded.get(forwarded.size() - 1);
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    /** The first four of the eight groups; an address of IPv4 that is written as one of IPv6 remains one of IPv4. */
    private static String network(String address) {
        try {
            // In brackets nothing but an address is taken, so that no name is looked up.
            InetAddress known = InetAddress.getByName("[" + address + "]");
            return known instanceof Inet6Address
                    ? network(ByteBuffer.wrap(known.getAddress()))
                    : known.getHostAddress();
        } catch (UnknownHostException unfit) {
            return address;
        }
    }

    private static String network(ByteBuffer address) {
        return Stream.generate(address::getShort)
                .limit(GROUPS)
                .map(group -> Integer.toHexString(Short.toUnsignedInt(group)))
                .collect(Collectors.joining(":", "", "::/64"));
    }
}
