package org.dossier.serve;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.query.QueryCancelledException;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;

/**
 * Takes an answer while it is being written, up to the size that an answer may have, and up to what all answers together
 * may take. Only a whole one leaves it.
 */
final class AnswerBuffer extends OutputStream {

    /** Memory that answers may take together, and do take now. */
    static final class Room {
        private final long most;
        private final AtomicLong taken = new AtomicLong();

        Room(long most) {
            this.most = most;
        }

        private boolean take(long bytes) {
            return taken.addAndGet(bytes) <= most;
        }

        private void free(long bytes) {
            taken.addAndGet(-bytes);
        }

        long taken() {
            return taken.get();
        }
    }

    private static final int FIRST_CHUNK = 4 * 1024;
    private static final int LARGEST_CHUNK = 256 * 1024;

    private final int most;
    private final Room room;
    private final StopSignal signal;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private ByteBuffer last = ByteBuffer.allocate(0);
    private long taken;
    private long length;

    /** @param most bytes that the answer may have */
    AnswerBuffer(int most, Room room, StopSignal signal) {
        this.most = most;
        this.room = room;
        this.signal = signal;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        Objects.checkFromIndexSize(from, count, bytes.length);
        length += count;
        if (length > most) {
            throw stopped(
                    Reason.SIZE, "the answer is larger than " + most + " bytes (answer-bytes); ask for less at a time");
        }
        int written = 0;
        while (written < count) {
            int part = Math.min(count - written, free());
            last.put(bytes, from + written, part);
            written += part;
        }
    }

    private int free() {
        if (!last.hasRemaining()) {
            int size = Math.min(LARGEST_CHUNK, Math.max(FIRST_CHUNK, last.capacity() * 2));
            taken += size;
            if (!room.take(size)) {
                throw stopped(Reason.MEMORY, "the server has no room for another answer now; ask again in a moment");
            }
            last = ByteBuffer.allocate(size);
            chunks.add(last);
        }
        return last.remaining();
    }

    private QueryCancelledException stopped(Reason reason, String sentence) {
        signal.stop(reason, sentence);
        return new QueryCancelledException();
    }

    /** What was written, to be read once. */
    List<ByteBuffer> whole() {
        chunks.forEach(ByteBuffer::flip);
        return List.copyOf(chunks);
    }

    /** Gives back the memory that it has taken. */
    void release() {
        room.free(taken);
        taken = 0;
    }
}
