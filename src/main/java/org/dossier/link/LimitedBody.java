package org.dossier.link;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes the body of an answer up to a size, and gives up beyond it. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> inner = BodySubscribers.ofByteArray();
    private final int most;
    private long taken;
    private @Nullable Subscription subscription;

    LimitedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Subscription offered) {
        subscription = offered;
        inner.onSubscribe(offered);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        taken += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (taken <= most) {
            inner.onNext(parts);
        } else if (subscription != null) {
            subscription.cancel();
            inner.onError(new IOException("the answer is larger than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        inner.onError(failure);
    }

    @Override
    public void onComplete() {
        inner.onComplete();
    }
}
