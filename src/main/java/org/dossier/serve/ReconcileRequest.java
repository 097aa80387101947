package org.dossier.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dossier.link.Reconciliation;
import org.dossier.link.ReconciliationRefusal;
import org.dossier.serve.Site.Page;

/**
 * What a client asks of {@code /reconcile}, in the words of the Reconciliation Service API 0.2.
 *
 * @param path behind {@code /reconcile}, such as {@code /suggest/entity}; may be empty
 * @param parameters the first value of each; {@code callback} is never among them
 * @param origin the server's address as the client calls it, without a slash at its end
 */
record ReconcileRequest(String path, Map<String, String> parameters, String origin) {

    private static final int OK = 200;
    private static final String JSON = "application/json";
    private static final String SUGGEST = "/suggest/";
    private static final String FLYOUT = "/flyout/";
    private static final int USUAL_PROPERTIES = 50;
    private static final int FURTHEST = 100_000;

    ReconcileRequest {
        parameters = Map.copyOf(parameters);
    }

    /** @throws Refusal when its parameters cannot be read */
    static ReconcileRequest of(HttpServletRequest request, String origin) throws Refusal {
        Map<String, String> parameters = new HashMap<>();
        Parameters.of(request).forEach((name, values) -> parameters.put(name, values.get(0)));
        if (parameters.containsKey("callback")) {
            throw Refusal.bad("answers are JSON, never a script of another site's making; leave 'callback' out");
        }
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return new ReconcileRequest(path.equals("/") ? "" : path, parameters, origin);
    }

    /**
     * The whole answer.
     *
     * @param pulse called in between; what it throws ends the work
     * @throws Refusal when there is none, with what is to be told to the client
     */
    Page answer(Reconciliation service, Runnable pulse) throws Refusal {
        try {
            if (path.isEmpty()) {
                return json(answerAtTheRoot(service, pulse));
            }
            Optional<Page> page = path.equals("/preview")
                    ? service.preview(parameter("id"), view())
                            .map(html -> Page.html(html).with(PagePolicy.IN_FRAMES))
                    : further(service).map(ReconcileRequest::json);
            return page.orElseThrow(Refusal::nothingHere);
        } catch (ReconciliationRefusal refusal) {
            throw Refusal.bad(String.valueOf(refusal.getMessage()));
        }
    }

    private static Page json(String text) {
        return Page.text(OK, JSON, text);
    }

    private String answerAtTheRoot(Reconciliation service, Runnable pulse) throws ReconciliationRefusal {
        String queries = parameters.get("queries");
        if (queries != null) {
            return service.query(queries, pulse);
        }
        String extend = parameters.get("extend");
        return extend == null
                ? service.manifest(origin + ReconcileServlet.PATH, view())
                : service.extend(extend, pulse);
    }

    private Optional<String> further(Reconciliation service) {
        if (path.startsWith(SUGGEST)) {
            return service.suggest(path.substring(SUGGEST.length()), parameter("prefix"), number("cursor", 0));
        }
        if (path.startsWith(FLYOUT)) {
            return service.flyout(path.substring(FLYOUT.length()), parameter("id"));
        }
        return path.equals("/properties")
                ? Optional.of(service.proposeProperties(parameter("type"), number("limit", USUAL_PROPERTIES)))
                : Optional.empty();
    }

    private String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Anything that is no number is as if it were not there. */
    private int number(String name, int otherwise) {
        String value = parameter(name);
        return value.matches("[0-9]{1,9}") ? Math.min(FURTHEST, Integer.parseInt(value)) : otherwise;
    }

    /** Where the server shows its things. */
    private String view() {
        return origin + "/id/";
    }
}
