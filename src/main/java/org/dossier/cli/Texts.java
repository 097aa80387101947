package org.dossier.cli;

import java.nio.file.Path;
import java.util.List;
import org.dossier.build.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the texts of sources and the files of imports are, and what it means when they are not. */
@Command
final class Texts {

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "A folder with texts of sources, beside the dossier's own sources/; may be repeated.")
    List<Path> folders = List.of();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "A folder in which registered files of imports lie, at any depth; may be repeated.")
    List<Path> files = List.of();

    @Option(names = "--strict", description = "Take quotes that nobody could check for errors.")
    boolean strict;

    Options options() {
        return new Options(folders, files, strict);
    }
}
