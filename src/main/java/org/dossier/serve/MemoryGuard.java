package org.dossier.serve;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.dossier.query.limited.StopSignal.Reason;

/**
 * Keeps queries from taking all of the memory together. After each garbage collection it looks at what is left, and when
 * that is nearly everything, it stops the query that has asked for most.
 */
final class MemoryGuard implements NotificationListener, AutoCloseable {

    /** Beyond this part of the memory a collector works ever harder for ever less. */
    private static final double FULL = 0.85;

    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName())
            .collect(Collectors.toSet());

    private final Collection<QueryJob> jobs;
    private final List<NotificationEmitter> collectors;

    /** @param jobs those that run at any moment */
    MemoryGuard(Collection<QueryJob> jobs) {
        this.jobs = jobs;
        this.collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(MemoryGuard::emitter)
                .toList();
        collectors.forEach(collector -> collector.addNotificationListener(this, null, null));
    }

    private static NotificationEmitter emitter(GarbageCollectorMXBean collector) {
        return (NotificationEmitter) collector;
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo collection =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            long used = used(collection.getGcInfo().getMemoryUsageAfterGc());
            if (used > FULL * Runtime.getRuntime().maxMemory()) {
                stopTheLargest();
            }
        }
    }

    private static long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** One at a time: what it holds is only free when it has ended. */
    private void stopTheLargest() {
        if (jobs.stream().noneMatch(QueryJob::isEndingForMemory)) {
            jobs.stream()
                    .filter(QueryJob::isRunning)
                    .max(Comparator.comparingLong(QueryJob::allocated))
                    .ifPresent(job -> job.stop(
                            Reason.MEMORY, "the server ran out of memory, and this query needed most; ask for less"));
        }
    }

    @Override
    public void close() {
        collectors.forEach(collector -> {
            try {
                collector.removeNotificationListener(this);
            } catch (ListenerNotFoundException removedBefore) {
                throw new IllegalStateException(removedBefore);
            }
        });
    }
}
