package io.kehu.platform.cache.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One instance of a service in the model: its session, what it keeps of the one record,
 * one reader and one writer.
 */
final class Instance {

	/** A message of a session to itself; positive messages are written versions. */
	static final int BEAT = -1;

	static final int NEW_EPOCH = -2;

	Session session = Session.TRUSTED;

	int sessionNumber;

	/** Whether the connection is broken, which the instance may not have noticed. */
	boolean cut;

	boolean leased;

	/** The version kept in the process, or 0. */
	int local;

	/**
	 * What has been published to the session and not yet been followed; never changed.
	 */
	List<Integer> messages = List.of();

	Reading reading = Reading.IDLE;

	/** The newest version that was answered when the read began. */
	int floor;

	int loaded;

	int loadEpoch;

	int loadSession;

	boolean overtaken;

	Writing writing = Writing.IDLE;

	int written;

	/** The epoch in which the write was committed. */
	int writtenIn;

	/** The session of the other instance that the write or the new epoch waits for. */
	int awaitedSession;

	boolean acknowledged;

	/** Whether there were writes without Redis that no new epoch covers. */
	boolean uncovered;

	Instance copy() {
		Instance copy = new Instance();
		copy.session = this.session;
		copy.sessionNumber = this.sessionNumber;
		copy.cut = this.cut;
		copy.leased = this.leased;
		copy.local = this.local;
		copy.messages = this.messages;
		copy.reading = this.reading;
		copy.floor = this.floor;
		copy.loaded = this.loaded;
		copy.loadEpoch = this.loadEpoch;
		copy.loadSession = this.loadSession;
		copy.overtaken = this.overtaken;
		copy.writing = this.writing;
		copy.written = this.written;
		copy.writtenIn = this.writtenIn;
		copy.awaitedSession = this.awaitedSession;
		copy.acknowledged = this.acknowledged;
		copy.uncovered = this.uncovered;
		return copy;
	}

	/** Returns what tells this instance from others. */
	long key() {
		boolean reads = this.reading != Reading.IDLE;
		boolean waits = this.writing == Writing.ANNOUNCED || this.session == Session.JOINING;
		Packed packed = new Packed().add(this.session.ordinal(), 2)
			.add(this.sessionNumber, 3)
			.add(this.cut)
			.add(this.leased)
			.add(this.uncovered)
			.add(this.local, 2)
			.add(this.reading.ordinal(), 3)
			.add(reads ? this.loaded : 0, 2)
			.add(reads ? this.floor : 0, 2)
			.add(reads ? this.loadEpoch : 0, 4)
			.add(reads ? this.loadSession + 1 : 0, 3)
			.add(reads && this.overtaken)
			.add(this.writing.ordinal(), 2)
			.add(this.written, 2)
			.add(this.writtenIn, 4)
			.add(waits ? this.awaitedSession : 0, 3)
			.add(waits && this.acknowledged);
		// No message is packed as zero, so fewer messages give other bits
		for (int i = 0; i < this.messages.size(); i++) {
			packed.add(this.messages.get(i) + 3, 3);
		}
		return packed.bits();
	}

	@Override
	public String toString() {
		return "%s %d%s%s keeping %d, messages %s, %s %d, %s %d".formatted(this.session, this.sessionNumber,
				this.cut ? " cut off" : "", this.leased ? " leased" : "", this.local, this.messages, this.reading,
				this.loaded, this.writing, this.written);
	}

	void receive(int message) {
		List<Integer> more = new ArrayList<>(this.messages);
		more.add(message);
		this.messages = more;
	}

	int take() {
		int first = this.messages.get(0);
		this.messages = new ArrayList<>(this.messages.subList(1, this.messages.size()));
		return first;
	}

	boolean joined() {
		return this.session == Session.JOINED || this.session == Session.TRUSTED;
	}

	/** Whether messages reach it. */
	boolean subscribed() {
		return this.session != Session.NONE && !this.cut;
	}

	/** Drops what is older than a version, and has a load under way not be remembered. */
	void drop(int version) {
		if (this.local < version) {
			this.local = 0;
		}
		this.overtaken = true;
	}

	void clear() {
		this.local = 0;
		this.overtaken = true;
	}

	void lose() {
		this.session = Session.NONE;
		this.cut = false;
		this.leased = false;
		this.messages = List.of();
		clear();
	}

	/**
	 * Lets the time of a lease pass since a message was published to this session: beats
	 * sent before it grant nothing any more.
	 */
	void outlive(int awaited, int message) {
		if (this.sessionNumber == awaited && this.session != Session.NONE) {
			this.leased = false;
			int published = this.messages.indexOf(message);
			List<Integer> left = new ArrayList<>();
			for (int place = 0; place < this.messages.size(); place++) {
				if (place >= published || this.messages.get(place) != BEAT) {
					left.add(this.messages.get(place));
				}
			}
			this.messages = left;
		}
	}

	/** How far an instance is with its session. */
	enum Session {

		NONE, JOINING, JOINED, TRUSTED

	}

	/** How far a read is that found nothing in the process. */
	enum Reading {

		IDLE, BEGUN, MISSED, QUERIED, REMEMBERED

	}

	/** How far a write is. */
	enum Writing {

		IDLE, COMMITTED, ANNOUNCED, ALONE

	}

}
