package io.kehu.platform.cache;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Waits until every other session has answered to a message.
 */
final class Acknowledgements {

	private final AtomicLong sequence = new AtomicLong();

	private final Map<Long, Expected> expected = new ConcurrentHashMap<>();

	/** Begins to collect the answers to a message about to be sent. */
	Expected expect() {
		Expected answers = new Expected(this.sequence.incrementAndGet());
		this.expected.put(answers.sequence, answers);
		return answers;
	}

	void received(long sequence, String session) {
		Expected answers = this.expected.get(sequence);
		if (answers != null) {
			answers.received(session);
		}
	}

	/** The answers to one message. */
	final class Expected implements AutoCloseable {

		private final long sequence;

		private final Set<String> answered = new HashSet<>();

		private final CountDownLatch complete = new CountDownLatch(1);

		private @Nullable Collection<String> sessions;

		private Expected(long sequence) {
			this.sequence = sequence;
		}

		long sequence() {
			return this.sequence;
		}

		/**
		 * Waits for the answers of all these sessions.
		 * @return whether they came in time
		 */
		boolean await(Collection<String> sessions, long nanos) {
			synchronized (this) {
				this.sessions = sessions;
				check();
			}
			return Uninterruptibly.await(this.complete, nanos);
		}

		private synchronized void received(String session) {
			this.answered.add(session);
			check();
		}

		private void check() {
			if (this.sessions != null && this.answered.containsAll(this.sessions)) {
				this.complete.countDown();
			}
		}

		@Override
		public void close() {
			Acknowledgements.this.expected.remove(this.sequence);
		}

	}

}
