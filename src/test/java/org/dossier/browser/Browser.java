package org.dossier.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** One Chromium for all tests, started when the first of them wants it, with everything that it complains about. */
final class Browser {

    /** The narrowest that pages are made for, a telephone, a small and a large screen, and the widest. */
    static final List<Integer> WIDTHS = List.of(320, 390, 1024, 1440, 1600);

    static final int NARROWEST = 320;
    private static final int WIDEST = 1600;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_PAGE = 6_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AXE = axeScript();

    private static Browser shared;

    private final ChromeDriver driver;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Browser(Path program, Path driverProgram) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram.toFile())
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    /** The browser, or a skipped test where there is none. */
    static synchronized Browser shared() {
        Optional<Path> program = program("chromium");
        Optional<Path> driverProgram = program("chromedriver");
        assumeTrue(
                program.isPresent() && driverProgram.isPresent(),
                "no chromium with chromedriver is installed; pages are not tried in a browser");
        if (shared == null) {
            shared = new Browser(program.orElseThrow(), driverProgram.orElseThrow());
            Runtime.getRuntime().addShutdownHook(new Thread(shared.driver::quit));
        }
        shared.begin();
        return shared;
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void begin() {
        screen(1024, false);
        driver.get("about:blank");
        listen();
        complaints.clear();
        requests.clear();
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The text of an element, as it is shown. */
    String text(String selector) {
        return element(selector).getText();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Follows the first link with these words. */
    void follow(String words) {
        WebElement old = element("html");
        driver.findElement(By.partialLinkText(words)).click();
        await("another page", () -> hasGone(old));
    }

    private static boolean hasGone(WebElement old) {
        try {
            return !old.isEnabled();
        } catch (WebDriverException gone) {
            return true;
        }
    }

    /** Something that will be true in a moment. */
    interface Condition {
        boolean holds();
    }

    void await(String what, Condition condition) {
        new FluentWait<WebDriver>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(20))
                .withMessage(what)
                .ignoring(WebDriverException.class)
                .until(any -> condition.holds());
    }

    /** Width of the screen in pixels, and whether the user likes dark colours. */
    void screen(int width, boolean isDark) {
        screen(width, 900, isDark);
    }

    private void screen(int width, int height, boolean isDark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        media(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"));
    }

    /** As a user of few colours of their own sees it. */
    void forceColours() {
        media(Map.of("name", "forced-colors", "value", "active"));
    }

    private void media(Map<String, String> feature) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(feature)));
    }

    /** Width that the page takes on a screen of some width. */
    long widthOn(int screen) {
        screen(screen, false);
        return (Long) run("return document.documentElement.scrollWidth");
    }

    /** The page as it is printed, kept beside the pictures. */
    byte[] printed(String name) {
        Map<String, Object> pdf = driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false));
        byte[] bytes = Base64.getDecoder().decode((String) pdf.get("data"));
        save(name + ".pdf", bytes);
        return bytes;
    }

    /** Keeps the page as it is now. */
    void photographAsItIs(String name) {
        long height = (Long) run("return document.documentElement.scrollHeight");
        keep(name, (int) (long) (Long) run("return innerWidth"), Math.min(height, LONGEST_PAGE));
    }

    /** Keeps the whole page as a picture under {@code target/screenshots}, at each width, in light and mostly in dark too. */
    void photograph(String name) {
        for (int width : WIDTHS) {
            boolean isAnEnd = width == NARROWEST || width == WIDEST;
            for (boolean isDark : isAnEnd ? new boolean[] {false} : new boolean[] {false, true}) {
                screen(width, isDark);
                long height = (Long) run("return document.documentElement.scrollHeight");
                keep(name + "-" + width + (isDark ? "-dark" : "-light"), width, Math.min(height, LONGEST_PAGE));
            }
        }
        screen(1024, false);
    }

    private void keep(String name, int width, long height) {
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        save(name + ".png", Base64.getDecoder().decode((String) picture.get("data")));
    }

    private static void save(String name, byte[] bytes) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Serious and critical findings of axe-core on the page as it is now. */
    List<String> barriers() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then(
                  (result) => done(JSON.stringify(result.violations
                    .filter((violation) => ["serious", "critical"].includes(violation.impact))
                    .map((violation) => violation.id + ": " + violation.nodes.map((node) => node.target.join(" ") + " " + node.failureSummary).join(" | ")))),
                  (failure) => done(JSON.stringify([String(failure)])));
                """);
        try {
            return JSON.readerForListOf(String.class).readValue((String) Objects.requireNonNull(found));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String axeScript() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Errors of the console since the test began: exceptions, violated policies, missing files. */
    List<String> complaints() {
        listen();
        return List.copyOf(complaints);
    }

    /** What was asked of other servers than the one at this address since the test began. */
    List<String> requestsElsewhere(URI own) {
        listen();
        return requests.stream()
                .filter(address -> !address.matches("(data|blob|about):.*"))
                .filter(address -> !address.startsWith(own.toString()))
                .toList();
    }

    /** What a test expects is no complaint. */
    void forget(String part) {
        listen();
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    /** Does something in a browser that runs no script. */
    void withoutScript(Runnable steps) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            steps.run();
        } finally {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private void listen() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            request(entry.getMessage()).ifPresent(requests::add);
        }
    }

    private static Optional<String> request(String entry) {
        try {
            JsonNode message = JSON.readTree(entry).path("message");
            return message.path("method").asText().equals("Network.requestWillBeSent")
                    ? Optional.of(message.at("/params/request/url").asText())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
