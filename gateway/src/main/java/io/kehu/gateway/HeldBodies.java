package io.kehu.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/**
 * The request bodies that the gateway holds: those it is waiting for, and complete ones
 * until they have been forwarded.
 * <p>
 * A body has to arrive at the least rate, after a grace period. If too many are
 * unfinished, or the bodies need too much memory, of one peer or altogether, the oldest
 * unfinished one is refused: a body that is sent without pauses is complete long before
 * it is the oldest, whatever others are sending from the same address.
 */
final class HeldBodies implements DisposableBean {

	private static final Duration CHECKED_EVERY = Duration.ofMillis(500);

	private final Set<HeldBody> unfinished = new LinkedHashSet<>();

	private final Map<HeldBody, Integer> memory = new HashMap<>();

	private final Map<Object, Peer> peers = new HashMap<>();

	private final EdgeProperties.Bodies limits;

	private final LongSupplier nanoseconds;

	private final Disposable checks;

	private long bytes;

	HeldBodies(EdgeProperties.Bodies limits, LongSupplier nanoseconds) {
		Assert.isTrue(limits.memory().toBytes() <= Runtime.getRuntime().maxMemory() / 2,
				"kehu.gateway.bodies.memory has to be at most half of the heap");
		this.limits = limits;
		this.nanoseconds = nanoseconds;
		this.checks = Schedulers.parallel()
			.schedulePeriodically(this::refuseLate, CHECKED_EVERY.toMillis(), CHECKED_EVERY.toMillis(),
					TimeUnit.MILLISECONDS);
	}

	HeldBody begin(Object peer) {
		HeldBody body = new HeldBody(peer, this.nanoseconds.getAsLong());
		add(body).forEach(HeldBody::refuse);
		return body;
	}

	private synchronized List<HeldBody> add(HeldBody body) {
		Peer peer = this.peers.computeIfAbsent(body.peer(), (address) -> new Peer());
		this.memory.put(body, 0);
		this.unfinished.add(body);
		peer.add(body);
		List<HeldBody> refused = new ArrayList<>();
		if (peer.unfinished.size() > this.limits.perPeer()) {
			refused.add(peer.unfinished.iterator().next());
		}
		else if (this.unfinished.size() > this.limits.total()) {
			refused.add(this.unfinished.iterator().next());
		}
		refused.forEach(this::end);
		return refused;
	}

	/**
	 * Reserves memory for further bytes of an unfinished body, at the expense of other
	 * unfinished ones if necessary.
	 * @throws ResponseStatusException if too much memory is in use for complete bodies
	 */
	void reserve(HeldBody body, int more) {
		List<HeldBody> refused = new ArrayList<>();
		try {
			reserve(body, more, refused);
		}
		finally {
			refused.forEach(HeldBody::refuse);
		}
	}

	private synchronized void reserve(HeldBody body, int more, List<HeldBody> refused) {
		Peer peer = this.peers.get(body.peer());
		if (peer == null || !this.unfinished.contains(body)) {
			return;
		}
		while (peer.bytes + more > this.limits.memoryPerPeer().toBytes()) {
			HeldBody oldest = oldest(peer.unfinished, body);
			if (oldest == null) {
				throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS,
						"Too many large requests from your address are being processed.");
			}
			refused.add(oldest);
			end(oldest);
		}
		while (this.bytes + more > this.limits.memory().toBytes()) {
			HeldBody oldest = oldestOfTheHeaviestPeer(body);
			if (oldest == null) {
				throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
						"Too many large requests are being processed.");
			}
			refused.add(oldest);
			end(oldest);
		}
		this.memory.merge(body, more, Integer::sum);
		peer.bytes += more;
		this.bytes += more;
	}

	private @Nullable HeldBody oldestOfTheHeaviestPeer(HeldBody except) {
		HeldBody found = this.peers.values()
			.stream()
			.max(Comparator.comparingLong((peer) -> peer.bytes))
			.map((peer) -> oldest(peer.unfinished, except))
			.orElse(null);
		return (found != null) ? found : oldest(this.unfinished, except);
	}

	/** Returns the oldest body whose end frees memory; small ones are not worth it. */
	private @Nullable HeldBody oldest(Set<HeldBody> among, HeldBody except) {
		return among.stream()
			.filter((body) -> body != except && this.memory.getOrDefault(body, 0) > HeldBody.FIRST_BLOCK)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Stops waiting for a body that is complete. It still counts until its end.
	 * @return whether it may be forwarded; it may just have been refused
	 */
	synchronized boolean complete(HeldBody body) {
		Peer peer = this.peers.get(body.peer());
		return peer != null && peer.unfinished.remove(body) && this.unfinished.remove(body);
	}

	/** Forgets a body that has been forwarded or given up. */
	synchronized void end(HeldBody body) {
		body.drop();
		Integer held = this.memory.remove(body);
		Peer peer = this.peers.get(body.peer());
		if (held == null || peer == null) {
			return;
		}
		complete(body);
		this.bytes -= held;
		peer.bytes -= held;
		peer.bodies--;
		if (peer.bodies == 0) {
			this.peers.remove(body.peer());
		}
	}

	/** Returns the memory in use, in bytes. */
	synchronized long memory() {
		return this.bytes;
	}

	/** Refuses the bodies that arrive too slowly. */
	void refuseLate() {
		long now = this.nanoseconds.getAsLong();
		late(now).forEach(HeldBody::refuse);
	}

	private synchronized List<HeldBody> late(long now) {
		return this.unfinished.stream().filter((body) -> now - body.since() > allowance(body)).toList();
	}

	private long allowance(HeldBody body) {
		DataSize rate = this.limits.leastRate();
		return this.limits.grace().plusMillis(body.length() * 1_000L / rate.toBytes()).toNanos();
	}

	@Override
	public void destroy() {
		this.checks.dispose();
	}

	/**
	 * What is held of one client address.
	 */
	private static final class Peer {

		private final Set<HeldBody> unfinished = new LinkedHashSet<>();

		private int bodies;

		private long bytes;

		void add(HeldBody body) {
			this.unfinished.add(body);
			this.bodies++;
		}

	}

}
