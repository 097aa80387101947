package org.dossier.query.limited;

/**
 * A text whose reader can be stopped: a regular expression that tries one possibility after the other reads characters
 * all the time, and does nothing else that could be noticed.
 */
final class StoppableText implements CharSequence {

    private final CharSequence text;
    private final StopSignal signal;

    StoppableText(CharSequence text, StopSignal signal) {
        this.text = text;
        this.signal = signal;
    }

    @Override
    public char charAt(int index) {
        signal.check();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new StoppableText(text.subSequence(start, end), signal);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
