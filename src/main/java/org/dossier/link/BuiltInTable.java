package org.dossier.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the tables beside this class. They are part of the program, so a mistake in them is ours. */
final class BuiltInTable {

    private final Map<?, ?> sections;

    private BuiltInTable(Map<?, ?> sections) {
        this.sections = sections;
    }

    static BuiltInTable read(String name) {
        try (InputStream stream = BuiltInTable.class.getResourceAsStream(name)) {
            Object content = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(stream);
            return new BuiltInTable((Map<?, ?>) content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    Map<?, ?> section(String name) {
        return Objects.requireNonNull((Map<?, ?>) sections.get(name), name);
    }

    List<String> list(String name) {
        return strings(sections.get(name));
    }

    static List<String> strings(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((Collection<?>) list).stream().map(String::valueOf).toList();
    }
}
