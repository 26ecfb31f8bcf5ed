package io.kehu.platform.cache;

import java.time.Duration;

import io.kehu.platform.cache.CacheMessage.Acknowledgement;
import io.kehu.platform.cache.CacheMessage.Beat;
import io.kehu.platform.cache.CacheMessage.Changes;
import io.kehu.platform.cache.CacheMessage.NewEpoch;
import io.lettuce.core.pubsub.RedisPubSubAdapter;

/**
 * Does what the other sessions tell this one, acknowledges it, and knows until when it
 * has heard everything.
 */
final class RedisSubscription extends RedisPubSubAdapter<String, String> {

	private final String session;

	private final CacheKeys keys;

	private final LocalCaches caches;

	private final RedisLine line;

	private final long lease;

	private final Acknowledgements acknowledgements = new Acknowledgements();

	private volatile long heardAt;

	private volatile long leaseEnd = System.nanoTime();

	RedisSubscription(String session, CacheKeys keys, LocalCaches caches, RedisLine line, Duration lease) {
		this.session = session;
		this.keys = keys;
		this.caches = caches;
		this.line = line;
		this.lease = lease.toNanos();
	}

	Acknowledgements acknowledgements() {
		return this.acknowledgements;
	}

	/**
	 * Returns whether each message sent to this session, up to the length of a lease ago,
	 * has been followed.
	 */
	boolean leased() {
		return System.nanoTime() - this.leaseEnd < 0;
	}

	/** Returns when the last beat that has come back was sent. */
	long heardAt() {
		return this.heardAt;
	}

	@Override
	public void message(String channel, String text) {
		CacheMessage message;
		try {
			message = CacheMessage.parse(text);
		}
		catch (IllegalArgumentException ex) {
			// From a release that speaks otherwise: whatever it says, this is enough
			this.caches.clear();
			return;
		}
		if (message instanceof Changes changes) {
			if (!changes.sender().equals(this.session)) {
				changes.records().forEach(this.caches::drop);
				acknowledge(changes.sender(), changes.sequence());
			}
		}
		else if (message instanceof NewEpoch epoch) {
			this.caches.clear();
			acknowledge(epoch.sender(), epoch.sequence());
		}
		else if (message instanceof Acknowledgement acknowledgement) {
			this.acknowledgements.received(acknowledgement.sequence(), acknowledgement.sender());
		}
		else if (message instanceof Beat beat) {
			this.heardAt = beat.sentAt();
			this.leaseEnd = beat.sentAt() + this.lease;
		}
	}

	private void acknowledge(String sender, long sequence) {
		if (!sender.equals(this.session)) {
			this.line.publish(this.keys.session(sender), new Acknowledgement(this.session, sequence).text());
		}
	}

}
