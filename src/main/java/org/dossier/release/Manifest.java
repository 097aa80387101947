package org.dossier.release;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release is made of.
 *
 * @param id the content's identity: the first half of a SHA-256 over names and digests of the data files, so that equal
 *     inputs give equal ids on any machine
 * @param title of the dossier
 * @param base IRI that its ids are put behind
 * @param built when, as an ISO instant; outside the identity
 * @param program version of the program that wrote it; outside the identity
 * @param data the files that the identity covers
 * @param index the files of the database that a large release carries, which differ between equal builds; outside the
 *     identity
 * @param inputs path and SHA-256 of everything that was read
 * @param counts how many of what, such as entities, claims and triples
 */
@JsonPropertyOrder({"id", "title", "base", "built", "program", "counts", "data", "index", "inputs"})
public record Manifest(
        String id,
        String title,
        String base,
        String built,
        String program,
        List<DataFile> data,
        List<DataFile> index,
        SortedMap<String, String> inputs,
        Map<String, Long> counts) {

    /**
     * A file of the release.
     *
     * @param name relative to the release's folder, with {@code /}
     * @param bytes its length
     */
    public record DataFile(String name, String sha256, long bytes) {}

    public Manifest {
        data = List.copyOf(data);
        index = List.copyOf(index);
        inputs = new TreeMap<>(inputs);
    }
}
