package org.dossier.pages;

import java.util.List;
import org.dossier.query.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is shown, and where its neighbours are.
 *
 * @param page from 1
 * @param from index of the first item, from 0
 * @param to index behind the last item
 */
public record Paging(
        int page,
        int pages,
        int from,
        int to,
        int items,
        @Nullable String before,
        @Nullable String after) {

    static final String PARAMETER = "page";

    /**
     * The page that an address asks for, or the nearest one that there is.
     *
     * @param anchor of the list on the page; may be empty
     */
    static Paging of(int items, int onAPage, Address address, String anchor) {
        int pages = Math.max(1, (items + onAPage - 1) / onAPage);
        int page = address.parameter(PARAMETER)
                .filter(typed -> typed.matches("[0-9]{1,6}"))
                .map(typed -> Math.min(pages, Math.max(1, Integer.parseInt(typed))))
                .orElse(1);
        int from = (page - 1) * onAPage;
        return new Paging(
                page,
                pages,
                from,
                Math.min(items, from + onAPage),
                items,
                page > 1 ? href(address, page - 1, anchor) : null,
                page < pages ? href(address, page + 1, anchor) : null);
    }

    private static String href(Address address, int page, String anchor) {
        String number = page == 1 ? "" : Integer.toString(page);
        return address.with(PARAMETER, number).href() + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    <T> List<T> part(List<T> all) {
        return all.subList(from, to);
    }

    /** Whether everything fits on one page. */
    public boolean isWhole() {
        return pages == 1;
    }

    /** Which items these are. */
    public String words() {
        return Figures.grouped(from + 1) + " to " + Figures.grouped(to) + " of " + Figures.grouped(items);
    }
}
