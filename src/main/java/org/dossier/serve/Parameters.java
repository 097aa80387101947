package org.dossier.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands behind the question mark, or in a form. */
final class Parameters {

    private Parameters() {}

    /**
     * The values of each name.
     *
     * @throws Refusal when they cannot be read: the server finds out when it is first asked for them
     */
    static Map<String, List<String>> of(HttpServletRequest request) throws Refusal {
        Map<String, List<String>> parameters = new TreeMap<>();
        try {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        } catch (RuntimeException unreadable) {
            throw Refusal.bad("the parameters of the request are not UTF-8, or too many");
        }
        return parameters;
    }
}
