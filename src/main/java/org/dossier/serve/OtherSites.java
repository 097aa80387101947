package org.dossier.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets pages of any other site read answers, without whatever their visitor may be logged in to. */
final class OtherSites extends HttpFilter {

    private static final int NO_CONTENT = 204;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        boolean asksFirst =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        if (asksFirst) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST");
            response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
            response.setHeader("Access-Control-Max-Age", "86400");
            response.setStatus(NO_CONTENT);
        } else {
            next.doFilter(request, response);
        }
    }
}
