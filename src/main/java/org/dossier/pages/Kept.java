package org.dossier.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was made last, for those who ask for it again; the data of a release does not change. */
final class Kept<K, V> {

    private static final float LOAD = 0.75f;

    private final Map<K, V> kept;

    /** @param most how many are kept */
    Kept(int most) {
        this.kept = Collections.synchronizedMap(new LinkedHashMap<>(most, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /** What is kept under the key, or else what is made now; two who ask at once may both make it. */
    V get(K key, Supplier<V> maker) {
        V known = kept.get(key);
        if (known != null) {
            return known;
        }
        V made = maker.get();
        kept.put(key, made);
        return made;
    }
}
