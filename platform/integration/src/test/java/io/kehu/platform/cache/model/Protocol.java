package io.kehu.platform.cache.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.kehu.platform.cache.model.Instance.Reading;
import io.kehu.platform.cache.model.Instance.Session;
import io.kehu.platform.cache.model.Instance.Writing;

/**
 * The steps of the protocol, each as small as what others can see happen in between. Time
 * has no clock: a lease may end at any moment, and a writer that has waited for as long
 * as a lease knows that it has ended.
 */
final class Protocol {

	private static final int NEWEST = 3;

	private final Flaw flaw;

	private final Faults faults;

	Protocol(Flaw flaw, Faults faults) {
		this.flaw = flaw;
		this.faults = faults;
	}

	/** Returns every situation that one step leads to. */
	List<Situation> next(Situation from) {
		List<Situation> next = new ArrayList<>();
		for (int number = 0; number < 2; number++) {
			Instance instance = from.instances[number];
			sessionSteps(from, instance, next);
			readingSteps(from, instance, next);
			writingSteps(from, instance, next);
		}
		faultSteps(from, next);
		return next;
	}

	private void step(Situation from, Instance instance, List<Situation> next, BiConsumer<Situation, Instance> change) {
		Situation copy = from.copy();
		change.accept(copy, copy.instances[(instance == from.instances[0]) ? 0 : 1]);
		next.add(copy);
	}

	private void faultSteps(Situation from, List<Situation> next) {
		if (!from.failed && this.faults == Faults.REDIS_RESTARTED) {
			step(from, from.instances[0], next, (situation, any) -> {
				situation.failed = true;
				situation.redisUp = false;
				situation.instances[0].cut = true;
				situation.instances[1].cut = true;
			});
		}
		if (!from.failed && this.faults == Faults.CONNECTION_LOST) {
			for (Instance instance : from.instances) {
				step(from, instance, next, (situation, lost) -> {
					situation.failed = true;
					lost.cut = true;
				});
			}
		}
		if (!from.redisUp) {
			step(from, from.instances[0], next, (situation, any) -> situation.redisUp = true);
		}
	}

	private void sessionSteps(Situation from, Instance instance, List<Situation> next) {
		if (instance.cut) {
			step(from, instance, next, (situation, self) -> self.lose());
		}
		if (instance.session == Session.NONE && from.redisUp) {
			step(from, instance, next, this::join);
		}
		if (instance.session == Session.JOINING && !instance.cut) {
			step(from, instance, next, this::install);
		}
		// Not before all who lost Redis together are back
		if (instance.session == Session.JOINED && from.complete()) {
			step(from, instance, next, (situation, self) -> self.session = Session.TRUSTED);
		}
		if (instance.joined() && from.reaches(instance) && !instance.messages.contains(Instance.BEAT)) {
			step(from, instance, next, (situation, self) -> self.receive(Instance.BEAT));
		}
		if (!instance.messages.isEmpty() && !instance.cut) {
			step(from, instance, next, this::follow);
		}
		if (instance.leased) {
			step(from, instance, next, (situation, self) -> self.leased = false);
		}
	}

	private void join(Situation situation, Instance self) {
		self.sessionNumber++;
		self.session = Session.JOINING;
		beginEpoch(situation, self);
	}

	private void beginEpoch(Situation situation, Instance self) {
		self.uncovered = false;
		self.acknowledged = false;
		self.awaitedSession = situation.other(self).sessionNumber;
		if (this.flaw != Flaw.EPOCH_KEPT) {
			situation.epoch++;
			situation.publish(situation.other(self), Instance.NEW_EPOCH);
		}
	}

	/** When the other instance has acknowledged the new epoch, or its lease is over. */
	private void install(Situation situation, Instance self) {
		if (!self.acknowledged) {
			situation.other(self).outlive(self.awaitedSession, Instance.NEW_EPOCH);
		}
		if (self.uncovered) {
			beginEpoch(situation, self);
			return;
		}
		self.session = Session.JOINED;
		self.acknowledged = false;
		if (self.writing == Writing.ALONE) {
			answer(situation, self);
		}
	}

	private void follow(Situation situation, Instance self) {
		int message = self.take();
		Instance other = situation.other(self);
		if (message == Instance.BEAT) {
			self.leased = true;
		}
		else if (message == Instance.NEW_EPOCH) {
			self.clear();
			if (other.session == Session.JOINING && situation.reaches(other)) {
				other.acknowledged = true;
			}
		}
		else {
			self.drop(message);
			if (other.writing == Writing.ANNOUNCED && other.written == message && situation.reaches(other)) {
				other.acknowledged = true;
			}
		}
	}

	/** One read at a time: what a read leaves behind is seen by all others. */
	private void readingSteps(Situation from, Instance instance, List<Situation> next) {
		if (from.other(instance).reading != Reading.IDLE) {
			return;
		}
		switch (instance.reading) {
			case IDLE -> step(from, instance, next, (situation, self) -> {
				self.reading = Reading.BEGUN;
				self.floor = situation.answered;
				self.overtaken = false;
				self.loadSession = (self.session == Session.TRUSTED) ? self.sessionNumber : -1;
			});
			case BEGUN -> step(from, instance, next, this::readRedis);
			case MISSED -> step(from, instance, next, (situation, self) -> {
				self.loaded = situation.committed;
				self.reading = Reading.QUERIED;
			});
			case QUERIED -> step(from, instance, next, (situation, self) -> {
				remember(self, self.loaded);
				self.reading = Reading.REMEMBERED;
			});
			case REMEMBERED -> step(from, instance, next, this::put);
		}
	}

	private void readRedis(Situation situation, Instance self) {
		if (self.loadSession != self.sessionNumber || self.session != Session.TRUSTED || !situation.reaches(self)) {
			done(self);
		}
		else if (situation.found()) {
			remember(self, situation.entryVersion);
			done(self);
		}
		else {
			self.loadEpoch = situation.epoch;
			self.reading = Reading.MISSED;
		}
	}

	private void remember(Instance self, int version) {
		boolean overtaken = self.overtaken && this.flaw != Flaw.OVERTAKEN_LOAD_REMEMBERED;
		if (!overtaken && self.session == Session.TRUSTED && self.loadSession == self.sessionNumber) {
			self.local = version;
		}
	}

	private void put(Situation situation, Instance self) {
		boolean same = self.loadSession == self.sessionNumber && situation.reaches(self);
		if (same && situation.epoch == self.loadEpoch) {
			situation.store(self.loaded, true, this.flaw == Flaw.OLDER_VERSION_PUT);
		}
		done(self);
	}

	private static void done(Instance self) {
		self.reading = Reading.IDLE;
		self.loaded = 0;
		self.loadEpoch = 0;
		self.floor = 0;
	}

	private void writingSteps(Situation from, Instance instance, List<Situation> next) {
		switch (instance.writing) {
			case IDLE -> {
				if (from.committed < NEWEST) {
					step(from, instance, next, (situation, self) -> {
						situation.committed++;
						self.written = situation.committed;
						self.writtenIn = situation.epoch;
						self.writing = Writing.COMMITTED;
					});
				}
			}
			case COMMITTED -> step(from, instance, next, this::announce);
			case ANNOUNCED -> step(from, instance, next, (situation, self) -> {
				if (!self.acknowledged) {
					situation.other(self).outlive(self.awaitedSession, self.written);
				}
				answer(situation, self);
			});
			case ALONE -> {
				// One who is cut off alone is taken to be back in time
				if (this.faults == Faults.REDIS_RESTARTED || this.flaw == Flaw.OLD_LEASES_NOT_AWAITED) {
					step(from, instance, next, this::answer);
				}
			}
		}
	}

	private void announce(Situation situation, Instance self) {
		if (self.joined() && situation.reaches(self)) {
			Instance other = situation.other(self);
			boolean known = self.writtenIn == situation.epoch || this.flaw == Flaw.LATE_RECORD_STORED;
			situation.store(self.written, known, false);
			situation.publish(other, self.written);
			self.drop(self.written);
			self.awaitedSession = other.sessionNumber;
			self.writing = Writing.ANNOUNCED;
			self.acknowledged = this.flaw == Flaw.ACKNOWLEDGEMENT_NOT_AWAITED;
			return;
		}
		if (self.joined() || self.cut) {
			self.lose();
		}
		self.writing = Writing.ALONE;
		self.uncovered = true;
	}

	/**
	 * As long as a lease after this instance lost Redis, the leases of before are over.
	 */
	private void answer(Situation situation, Instance self) {
		Instance other = situation.other(self);
		boolean waited = self.sessionNumber > 0 || self.session == Session.NONE;
		if (waited && this.flaw != Flaw.OLD_LEASES_NOT_AWAITED && this.faults == Faults.REDIS_RESTARTED && other.cut) {
			other.leased = false;
			other.messages = List.of();
		}
		situation.answer(self);
	}

	/** What fails during an exploration, once. */
	enum Faults {

		NOTHING, REDIS_RESTARTED, CONNECTION_LOST

	}

}
