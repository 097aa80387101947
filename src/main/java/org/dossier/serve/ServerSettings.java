package org.dossier.serve;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.facts.DossierSettings.Choice;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.limited.RunLimits;

/** What whoever runs the server has decided; what they did not say is as {@link Setting} has it. */
public final class ServerSettings {

    private static final String AUTO = "auto";
    private static final String ANY = "any";
    private static final String NONE = "none";
    private static final String FORWARDED = "forwarded";
    private static final String MEMORY = "memory";
    private static final String DISK = "disk";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final Map<Setting, Set<String>> CHOICES = Map.of(
            Setting.ORIGINS, Set.of(AUTO, ANY, NONE),
            Setting.PROXY, Set.of(NONE, FORWARDED),
            Setting.LOG_QUERIES, Set.of(YES, NO),
            Setting.STORE, Set.of(AUTO, MEMORY, DISK));

    private static final int LAST_PORT = 65_535;
    private static final int KILO = 1024;
    private static final int PARTS_OF_MEMORY = 16;
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Duration CLIENT_TIME = Duration.ofSeconds(60);

    private final EnumMap<Setting, String> values;

    private ServerSettings(Map<Setting, String> values) {
        this.values = new EnumMap<>(Setting.class);
        Stream.of(Setting.values()).forEach(setting -> this.values.put(setting, setting.standard()));
        this.values.putAll(values);
        this.values.forEach(ServerSettings::check);
    }

    /**
     * Settings with some values of one's own.
     *
     * @throws IllegalArgumentException when a value is not one of its kind; its message says so in a sentence
     */
    public static ServerSettings of(Map<Setting, String> values) {
        return new ServerSettings(values);
    }

    /**
     * What a dossier chooses for its server; what is no setting, or no value for one, is a problem with its place.
     *
     * @return the sound ones
     */
    public static Map<Setting, String> chosen(List<Choice> choices, Problems problems) {
        EnumMap<Setting, String> sound = new EnumMap<>(Setting.class);
        for (Choice choice : choices) {
            Setting.named(choice.name())
                    .ifPresentOrElse(
                            setting -> choose(setting, choice, sound, problems), () -> unknown(choice, problems));
        }
        return sound;
    }

    private static void choose(Setting setting, Choice choice, Map<Setting, String> sound, Problems problems) {
        try {
            check(setting, choice.value());
            sound.put(setting, choice.value());
        } catch (IllegalArgumentException unfit) {
            problems.error(choice.valuePlace(), "bad-setting", String.valueOf(unfit.getMessage()), "");
        }
    }

    private static void unknown(Choice choice, Problems problems) {
        String remedy =
                DidYouMean.remedy(Setting.keys(), choice.name(), "'dossier serve --show-limits' lists those there are");
        problems.error(choice.place(), "unknown-setting", "'" + choice.name() + "' is no setting of a server", remedy);
    }

    /** @throws IllegalArgumentException when the value is not one of its kind; its message says so in a sentence */
    public static void check(Setting setting, String value) {
        if (!isWellFormed(setting, value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no value for " + setting.key() + "; expected " + expected(setting));
        }
    }

    private static boolean isWellFormed(Setting setting, String value) {
        if (setting.standard().equals(value)) {
            return true;
        }
        return switch (setting.kind()) {
            case NAME -> !value.isBlank();
            case LIST -> true;
            case PORT -> isPort(value);
            case ADDRESS -> value.contains(":") && isPort(value.substring(value.lastIndexOf(':') + 1));
            case COUNT -> value.matches("[1-9][0-9]{0,8}");
            case SECONDS -> value.matches("[0-9]{1,6}([.][0-9]{1,3})?") && new BigDecimal(value).signum() > 0;
            case BYTES -> value.matches("[1-9][0-9]{0,8}[kmg]?");
            case CHOICE -> choices(setting).contains(value);
        };
    }

    private static boolean isPort(String value) {
        return value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= LAST_PORT;
    }

    private static Set<String> choices(Setting setting) {
        return Objects.requireNonNull(CHOICES.get(setting));
    }

    private static String expected(Setting setting) {
        return switch (setting.kind()) {
            case NAME -> "a name or an address";
            case LIST -> "names with commas between them";
            case PORT -> "a port from 0 to " + LAST_PORT;
            case ADDRESS -> "a host and a port, such as localhost:9090, or none";
            case COUNT -> "a whole number from 1 upwards";
            case SECONDS -> "seconds, such as 30 or 0.5";
            case BYTES -> "bytes, such as 65536, 64k or 32m";
            case CHOICE ->
                "one of " + String.join(", ", choices(setting).stream().sorted().toList());
        };
    }

    /** The value of each setting, worked out where it is {@code auto}. */
    public Map<Setting, String> effective() {
        EnumMap<Setting, String> effective = new EnumMap<>(values);
        effective.put(Setting.QUERY_SLOTS, Integer.toString(slots()));
        effective.put(Setting.ANSWER_BYTES, Long.toString(answerBytes()));
        effective.put(Setting.INCOMING_BYTES, Long.toString(incomingBytes()));
        effective.put(
                Setting.CLIENT_SECONDS,
                clientTime().isZero() ? NONE : Long.toString(clientTime().toSeconds()));
        effective.put(Setting.ORIGINS, isOpenToOtherSites() ? ANY : NONE);
        return effective;
    }

    private String text(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    int count(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    Duration seconds(Setting setting) {
        return Duration.ofMillis(new BigDecimal(text(setting)).movePointRight(3).longValueExact());
    }

    int bytes(Setting setting) {
        String value = text(setting);
        String number = value.replaceAll("[kmg]$", "");
        int power = "kmg".indexOf(value.charAt(value.length() - 1)) + 1;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Long.parseLong(number) * (long) Math.pow(KILO, power)));
    }

    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public String host() {
        return text(Setting.HOST);
    }

    public int port() {
        return count(Setting.PORT);
    }

    /** Whether it is reached from this machine only. */
    boolean isOnLoopback() {
        return LOOPBACK.contains(host().toLowerCase(Locale.ROOT));
    }

    /** Whether only people at this machine can see what it shows. */
    public boolean isPrivate() {
        return isOnLoopback() && !isBehindProxy();
    }

    /** The names that a client may call the server by; none at all means any. */
    Set<String> names() {
        List<String> own = list(Setting.NAMES).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return !isOnLoopback() && own.isEmpty()
                ? Set.of()
                : Set.copyOf(Stream.concat(own.stream(), LOOPBACK.stream()).toList());
    }

    /** Whether a page of any other site may read answers; on loopback that would be every page somebody visits. */
    boolean isOpenToOtherSites() {
        String origins = text(Setting.ORIGINS);
        return origins.equals(ANY) || (origins.equals(AUTO) && !isOnLoopback());
    }

    /** Whether a proxy in front says who the client is. */
    boolean isBehindProxy() {
        return text(Setting.PROXY).equals(FORWARDED);
    }

    /** Whether data is to be read from disk, though it may fit into memory. */
    boolean wantsDisk() {
        return text(Setting.STORE).equals(DISK);
    }

    /** Whether data may be read from disk when it does not fit into memory. */
    boolean allowsDisk() {
        return !text(Setting.STORE).equals(MEMORY);
    }

    /** The file that gets a line for each request. */
    Optional<Path> accessLog() {
        return Optional.of(text(Setting.ACCESS_LOG))
                .filter(file -> !file.equals(NONE))
                .map(Path::of);
    }

    boolean logsQueries() {
        return text(Setting.LOG_QUERIES).equals(YES);
    }

    /** Where counts are shown. */
    Optional<InetSocketAddress> metrics() {
        String address = text(Setting.METRICS);
        int colon = address.lastIndexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    }

    int slots() {
        return text(Setting.QUERY_SLOTS).equals(AUTO)
                ? Runtime.getRuntime().availableProcessors()
                : count(Setting.QUERY_SLOTS);
    }

    /** Query time that one client may use in a minute; nothing means as much as it likes. */
    Duration clientTime() {
        if (!text(Setting.CLIENT_SECONDS).equals(AUTO)) {
            return seconds(Setting.CLIENT_SECONDS);
        }
        return isOnLoopback() && !isBehindProxy() ? Duration.ZERO : CLIENT_TIME;
    }

    /** Memory that requests may take together until they are answered, in bytes. */
    long incomingBytes() {
        return text(Setting.INCOMING_BYTES).equals(AUTO)
                ? Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY
                : bytes(Setting.INCOMING_BYTES);
    }

    int answerBytes() {
        return text(Setting.ANSWER_BYTES).equals(AUTO)
                ? Math.toIntExact(Math.min(LARGEST_ANSWER, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY))
                : bytes(Setting.ANSWER_BYTES);
    }

    GateRules gateRules() {
        List<String> services = list(Setting.SERVICES);
        return new GateRules(
                bytes(Setting.QUERY_BYTES),
                count(Setting.NESTING),
                count(Setting.VALUES_ROWS),
                new GateRules.Services(false, Set.copyOf(services)),
                Set.of());
    }

    /** @param wish of the client, which counts where it is shorter than the server's own */
    RunLimits runLimits(Duration wish) {
        Duration longest = seconds(Setting.QUERY_SECONDS);
        RunLimits usual = RunLimits.within(wish.compareTo(longest) < 0 ? wish : longest);
        return new RunLimits(usual.time(), count(Setting.TEXT_LENGTH), count(Setting.DIGITS), usual.pathSteps());
    }
}
