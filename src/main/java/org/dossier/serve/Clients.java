package org.dossier.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Who a client is, as far as limits go, and how it calls this server. */
final class Clients {

    private static final String FORWARDED = "X-Forwarded-For";

    private final boolean isBehindProxy;

    /** @param isBehindProxy whether a proxy in front adds the address of its client to a header */
    Clients(boolean isBehindProxy) {
        this.isBehindProxy = isBehindProxy;
    }

    /** The address, or for IPv6 the network of one household, since one client has all of its addresses. */
    String of(HttpServletRequest request) {
        return named(isBehindProxy ? forwarded(request) : request.getRemoteAddr());
    }

    /** How the client calls this server. A proxy in front speaks TLS with it, and plain HTTP here. */
    String origin(HttpServletRequest request) {
        boolean isSecure =
                request.isSecure() || (isBehindProxy && "https".equals(request.getHeader("X-Forwarded-Proto")));
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "localhost");
        return (isSecure ? "https://" : "http://") + host.replaceAll("[^A-Za-z0-9.:\\[\\]-]", "");
    }

    static String named(String address) {
        return address.contains(":") ? network(address) : address;
    }

    /** What the proxy itself has added stands last; everything before can be made up. */
    private static String forwarded(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(FORWARDED));
        if (headers.isEmpty()) {
            return request.getRemoteAddr();
        }
        String last = headers.get(headers.size() - 1);
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    /** The first four of the eight groups. */
    private static String network(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        int gap = bare.indexOf("::");
        String first = gap < 0 ? bare : bare.substring(0, gap);
        String[] groups = first.split(":", -1);
        return String.join(":", List.of(groups).subList(0, Math.min(groups.length, 4))) + "::/64";
    }
}
