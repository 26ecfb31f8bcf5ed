package io.kehu.platform.cache.model;

import java.util.stream.Stream;

import io.kehu.platform.cache.model.Instance.Reading;
import io.kehu.platform.cache.model.Instance.Session;
import io.kehu.platform.cache.model.Instance.Writing;

/**
 * A state of the model: one record in the database and in Redis, and two instances.
 */
final class Situation {

	/** The newest version in the database. */
	int committed = 1;

	/** The newest version whose write has been answered. */
	int answered = 1;

	boolean redisUp = true;

	int epoch = 1;

	/** The epoch of the entry in Redis, 0 where there is none. */
	int entryEpoch;

	int entryVersion;

	/** Whether the entry has the record, or only keeps out older ones. */
	boolean entryKnown;

	boolean failed;

	final Instance[] instances;

	Situation() {
		this(new Instance(), new Instance());
	}

	private Situation(Instance first, Instance second) {
		this.instances = new Instance[] { first, second };
	}

	Situation copy() {
		Situation copy = new Situation(this.instances[0].copy(), this.instances[1].copy());
		copy.committed = this.committed;
		copy.answered = this.answered;
		copy.redisUp = this.redisUp;
		copy.epoch = this.epoch;
		copy.entryEpoch = this.entryEpoch;
		copy.entryVersion = this.entryVersion;
		copy.entryKnown = this.entryKnown;
		copy.failed = this.failed;
		return copy;
	}

	Instance other(Instance instance) {
		return (instance == this.instances[0]) ? this.instances[1] : this.instances[0];
	}

	boolean reaches(Instance instance) {
		return this.redisUp && instance.subscribed();
	}

	void publish(Instance to, int message) {
		if (reaches(to)) {
			to.receive(message);
		}
	}

	/** Stores a version in Redis as the scripts do, which keep a newer one. */
	void store(int version, boolean known, boolean evenOlder) {
		boolean older = this.entryEpoch != this.epoch || this.entryVersion < version;
		if (older || evenOlder || known && this.entryVersion == version) {
			this.entryEpoch = this.epoch;
			this.entryVersion = version;
			this.entryKnown = known;
		}
	}

	/** Returns whether Redis has the record for this epoch. */
	boolean found() {
		return this.entryEpoch == this.epoch && this.entryKnown;
	}

	void answer(Instance writer) {
		this.answered = Math.max(this.answered, writer.written);
		writer.writing = Writing.IDLE;
		writer.written = 0;
		writer.writtenIn = 0;
		writer.acknowledged = false;
	}

	/** Returns whether everyone who lost Redis is back. */
	boolean complete() {
		return this.instances[0].joined() && this.instances[1].joined() && !this.instances[0].cut
				&& !this.instances[1].cut;
	}

	/**
	 * Returns whether some read shows a version although a newer one was answered before
	 * it began.
	 */
	boolean showsStaleRead(Flaw flaw) {
		return Stream.of(this.instances)
			.anyMatch((instance) -> keepsStale(instance, flaw) || readsStaleFromRedis(instance));
	}

	private boolean keepsStale(Instance instance, Flaw flaw) {
		boolean used = instance.session == Session.TRUSTED && (instance.leased || flaw == Flaw.LEASE_IGNORED);
		return used && instance.local > 0 && instance.local < this.answered;
	}

	private boolean readsStaleFromRedis(Instance instance) {
		boolean reads = instance.reading == Reading.BEGUN && instance.loadSession == instance.sessionNumber
				&& instance.session == Session.TRUSTED && reaches(instance);
		return reads && found() && this.entryVersion < instance.floor;
	}

	/**
	 * Returns what tells this situation from others; the instances are interchangeable.
	 */
	Key key() {
		long first = this.instances[0].key();
		long second = this.instances[1].key();
		long shared = new Packed().add(this.committed, 2)
			.add(this.answered, 2)
			.add(this.redisUp)
			.add(this.epoch, 4)
			.add(this.entryEpoch, 4)
			.add(this.entryVersion, 2)
			.add(this.entryKnown)
			.add(this.failed)
			.bits();
		return new Key(shared, Math.min(first, second), Math.max(first, second));
	}

	@Override
	public String toString() {
		return "database %d, answered %d, Redis %s in epoch %d with %s%d of epoch %d; %s; %s".formatted(this.committed,
				this.answered, this.redisUp ? "up" : "down", this.epoch, this.entryKnown ? "" : "unknown ",
				this.entryVersion, this.entryEpoch, this.instances[0], this.instances[1]);
	}

	/**
	 * The state of a situation, packed.
	 *
	 * @param shared the database and Redis
	 * @param lower the instance with the lower key
	 * @param higher the instance with the higher key
	 */
	record Key(long shared, long lower, long higher) {
	}

}
