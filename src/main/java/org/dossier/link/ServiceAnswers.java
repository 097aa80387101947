package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** What a Reconciliation Service answered, kept in a file, so that it is asked once and everything else works offline. */
final class ServiceAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceAnswers() {}

    /** Replaces the file, if there is one. */
    static void write(Path file, List<Profile> entries) {
        ArrayNode rows = JSON.createArrayNode();
        entries.forEach(entry -> {
            ObjectNode row = rows.addObject().put("id", entry.id()).put("name", entry.label());
            ObjectNode identifiers = row.putObject("identifiers");
            new TreeMap<>(entry.identifiers())
                    .forEach((scheme, values) -> new TreeSet<>(values).forEach(identifiers.putArray(scheme)::add));
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n", UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * The entries in the file of a target.
     *
     * @throws SurroundingsException when it is not there
     */
    static List<Profile> read(Target target, Path file, Problems problems) {
        if (!Files.isReadable(file)) {
            throw new SurroundingsException("there are no answers of '" + target.name() + "' in " + file
                    + " yet; 'dossier link suggest --to " + target.name() + " --network' asks the service");
        }
        List<Profile> entries = new ArrayList<>();
        try {
            for (JsonNode row : JSON.readTree(file.toFile())) {
                entries.add(entry(row));
            }
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            problems.error(
                    Place.wholeFile(target.file()),
                    "service-answers",
                    "the file is not one in which the program keeps the answers of a service",
                    "ask again with 'dossier link suggest --to " + target.name() + " --network'");
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
        return entries;
    }

    private static Profile entry(JsonNode row) {
        String id = row.path("id").asText("");
        String name = row.path("name").asText("");
        if (id.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("an entry without id or name");
        }
        Map<String, Set<String>> identifiers = new TreeMap<>();
        row.path("identifiers").properties().forEach(scheme -> {
            Set<String> values = new TreeSet<>();
            scheme.getValue().forEach(value -> values.add(value.asText("")));
            identifiers.put(scheme.getKey(), values);
        });
        return new Profile(id, List.of(Name.preferred(name)), identifiers, Context.UNKNOWN);
    }
}
