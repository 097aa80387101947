package org.dossier.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.explain.change.Version;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Finds versions of a dossier by what people call them: a folder, a release's id, or a revision of git. */
public final class Versions implements AutoCloseable {

    private final Path dossier;
    private final Problems problems;
    private final List<TemporaryFolder> checkedOut = new ArrayList<>();

    /** @param problems receives what is wrong with a version that has to be put together first */
    public Versions(Path dossier, Problems problems) {
        this.dossier = dossier.toAbsolutePath().normalize();
        this.problems = problems;
    }

    /** What people wrote and have not committed yet, too. */
    public Version workingTree() {
        return assembled("the working tree", dossier);
    }

    /** The last commit; nothing outside of git, or before the first one. */
    public Optional<Version> lastCommit() {
        return ofRevision(Constants.HEAD);
    }

    /**
     * A version by its name.
     *
     * @param name a folder with a {@code dossier.yaml}, the id of a release or its first letters, or a revision
     */
    public Optional<Version> named(String name) {
        Path folder = dossier.resolve(name);
        if (Files.isRegularFile(folder.resolve("dossier.yaml"))) {
            return Optional.of(assembled(name, folder));
        }
        return ofRelease(name).or(() -> ofRevision(name));
    }

    private Version assembled(String name, Path folder) {
        // Earlier states have no files of imports beside them; what these were converted to is kept with the present
        // one.
        Assembly assembly = Assembly.of(folder, Import.converted(dossier), Options.USUAL, problems, Stages.silent());
        return new Version(
                name,
                DatasetGraphFactory.wrap(assembly.everything()),
                assembly.settings().base(),
                folder);
    }

    private Optional<Version> ofRelease(String id) {
        return Build.releases(dossier).list().stream()
                .filter(release -> id.length() >= 4 && release.manifest().id().startsWith(id))
                .findFirst()
                .map(Release::verified)
                .map(release -> new Version(
                        "release " + release.manifest().id(),
                        release.load(),
                        release.manifest().base(),
                        dossier));
    }

    private Optional<Version> ofRevision(String revision) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(dossier.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build()) {
            ObjectId commit = repository.resolve(revision + "^{commit}");
            return commit == null ? Optional.empty() : Optional.of(assembled(revision, checkOut(repository, commit)));
        } catch (RevisionSyntaxException notARevision) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new SurroundingsException(
                    "cannot read git's " + revision + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Writes the dossier's part of a commit into a temporary folder. */
    private Path checkOut(Repository repository, ObjectId id) throws IOException {
        TemporaryFolder checkOut = TemporaryFolder.create();
        checkedOut.add(checkOut);
        Path target = checkOut.path();
        Path root = repository.getWorkTree().toPath().toRealPath();
        String prefix = root.relativize(dossier.toRealPath()).toString().replace('\\', '/');
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk files = new TreeWalk(repository)) {
            RevCommit commit = commits.parseCommit(id);
            files.addTree(commit.getTree());
            files.setRecursive(true);
            if (!prefix.isEmpty()) {
                files.setFilter(PathFilter.create(prefix));
            }
            while (files.next()) {
                write(repository.open(files.getObjectId(0)), target.resolve(below(prefix, files.getPathString())));
            }
        }
        return target;
    }

    private static String below(String prefix, String path) {
        return prefix.isEmpty() ? path : path.substring(prefix.length() + 1);
    }

    private static void write(ObjectLoader content, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, content.getBytes());
    }

    /** Removes what was checked out. */
    @Override
    public void close() {
        checkedOut.forEach(TemporaryFolder::close);
    }
}
