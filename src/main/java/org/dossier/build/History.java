package org.dossier.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.evidence.CheckedQuotes;
import org.dossier.evidence.QuoteCheck;
import org.dossier.evidence.QuoteContext;
import org.dossier.evidence.QuoteLock;
import org.dossier.explain.Background;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Ontology;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** What is known of a release beside its graph: where its things were typed, the texts at hand, and git's memory. */
public final class History implements Background {

    private final Path dossier;
    private final Map<String, Place> places;
    private final List<Ontology.Rule> rules;
    private final Map<String, String> contexts = new HashMap<>();
    private final Map<String, Optional<BlameResult>> blames = new HashMap<>();

    /** @param options where the texts of sources are */
    public History(Path dossier, Release release, Options options) {
        this.dossier = dossier.toAbsolutePath().normalize();
        this.places = release.definitions();
        Problems unheard = new Problems();
        Ontology ontology = Ontology.of(dossier, unheard);
        this.rules = ontology.rules();
        List<FactsFile> files = FactsReader.read(dossier, ontology.vocabulary(), unheard);
        readContexts(files, options, new IriScheme(release.manifest().base()));
    }

    /** Facts with problems give no context; the release that is explained was made before they came. */
    private void readContexts(List<FactsFile> files, Options options, IriScheme iris) {
        CheckedQuotes quotes =
                QuoteCheck.check(files, options.texts(dossier), QuoteLock.empty(), false, new Problems());
        for (FactsFile file : files) {
            file.claims().forEach(claim -> remember(claim.evidence(), claim.counterEvidence(), quotes, iris));
            file.records().forEach(record -> remember(record.evidence(), record.counterEvidence(), quotes, iris));
            file.passages().forEach(more -> remember(more.evidence(), more.counterEvidence(), quotes, iris));
        }
    }

    private void remember(
            List<Evidence> evidence, List<Evidence> counterEvidence, CheckedQuotes quotes, IriScheme iris) {
        Stream.concat(evidence.stream(), counterEvidence.stream()).forEach(passage -> {
            QuoteContext context = quotes.of(passage).context();
            if (context != null) {
                contexts.put(iris.evidence(passage).getURI(), oneLine(context));
            }
        });
    }

    private static String oneLine(QuoteContext context) {
        String passage = context.before() + "»" + context.quoted() + "«" + context.after();
        return passage.replaceAll("\\s+", " ").strip();
    }

    @Override
    public Optional<Place> place(String iri) {
        return Optional.ofNullable(places.get(iri));
    }

    @Override
    public Optional<String> context(String evidence) {
        return Optional.ofNullable(contexts.get(evidence));
    }

    /** The rule lists the standings at its end, each once, behind the condition for it. */
    @Override
    public Optional<String> rule(String standing) {
        return rules.stream().flatMap(rule -> lineOf(standing, rule).stream()).findFirst();
    }

    private static Optional<String> lineOf(String standing, Ontology.Rule rule) {
        List<String> lines = rule.text().lines().toList();
        Pattern given = Pattern.compile(".*\\s{2}kind:" + Pattern.quote(standing) + "[,)].*");
        return IntStream.range(0, lines.size())
                .filter(line -> given.matcher(lines.get(line)).matches())
                .mapToObj(line -> rule.file() + ":" + (line + 1))
                .findFirst();
    }

    @Override
    public Optional<String> commit(Place place) {
        return blames.computeIfAbsent(place.file(), this::blame)
                .filter(blame -> place.line() > 0
                        && place.line() <= blame.getResultContents().size())
                .map(blame -> blame.getSourceCommit(place.line() - 1))
                .map(History::named);
    }

    private static String named(RevCommit commit) {
        Instant when = commit.getAuthorIdent().getWhenAsInstant();
        return commit.abbreviate(8).name() + " of "
                + when.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Optional<BlameResult> blame(String file) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(dossier.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build();
                Git git = new Git(repository)) {
            Path root = repository.getWorkTree().toPath().toRealPath();
            String path = root.relativize(dossier.toRealPath().resolve(file))
                    .toString()
                    .replace('\\', '/');
            @Nullable BlameResult blame = git.blame().setFilePath(path).call();
            return Optional.ofNullable(blame);
        } catch (IOException | GitAPIException unreadable) {
            throw new SurroundingsException("cannot read git's history: " + unreadable.getMessage(), unreadable);
        }
    }
}
