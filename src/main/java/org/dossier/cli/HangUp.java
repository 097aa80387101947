package org.dossier.cli;

import java.lang.reflect.Proxy;

/**
 * Does something when the terminal hangs up, or somebody sends the signal of that name. The classes for it are not part of
 * the language's standard, so they are looked for while the program runs; where there are none, nothing happens.
 */
final class HangUp {

    private HangUp() {}

    /** A server that somebody has started by hand should end with its terminal, as ever. */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on there is always one: then the signal is left to its default
    static boolean isFromATerminal() {
        return System.console() != null;
    }

    static void then(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), handling);
        } catch (ReflectiveOperationException none) {
            // As on Windows: there is --watch.
        }
    }
}
