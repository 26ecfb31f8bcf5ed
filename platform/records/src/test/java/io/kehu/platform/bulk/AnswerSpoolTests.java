package io.kehu.platform.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AnswerSpoolTests {

	private static final int MANY = 200_000;

	private final Client client = new Client();

	@Test
	void sendsWhatIsReadWithoutWaitingForMore() throws IOException {
		this.client.reads();
		try (AnswerSpool answers = new AnswerSpool(this.client)) {
			for (int number = 0; number < 3; number++) {
				answers.add(answer(number));
				String soFar = answers(number + 1);
				await().untilAsserted(() -> assertThat(this.client.flushed()).isEqualTo(soFar));
			}
		}
	}

	@Test
	void keepsTheOrderOfWhatNobodyReadsYet() throws IOException {
		try (AnswerSpool answers = new AnswerSpool(this.client)) {
			for (int number = 0; number < MANY; number++) {
				answers.add(answer(number));
				if (number == MANY / 2) {
					this.client.reads();
				}
			}
		}
		assertThat(this.client.flushed()).isEqualTo(answers(MANY));
	}

	@Test
	void holdsTheLoadBackWhenThereAreTooMany() throws Exception {
		AnswerSpool answers = new AnswerSpool(this.client, 100_000);
		AtomicInteger added = new AtomicInteger();
		FutureTask<Void> load = new FutureTask<>(() -> {
			try (answers) {
				for (int number = 0; number < MANY; number++) {
					answers.add(answer(number));
					added.incrementAndGet();
				}
			}
			return null;
		});
		Thread loading = new Thread(load);
		loading.start();
		await().until(() -> added.get() * 8 > 100_000 && loading.getState() == Thread.State.WAITING);
		assertThat(added).hasValueLessThan(MANY);
		this.client.reads();
		load.get();
		assertThat(this.client.flushed()).isEqualTo(answers(MANY));
	}

	@Test
	void endsTheLoadOfAClientThatHangsUp() throws IOException {
		AnswerSpool answers = new AnswerSpool(this.client);
		answers.add(answer(0));
		this.client.hangsUp();
		await().untilAsserted(() -> assertThatIOException().isThrownBy(() -> answers.add(answer(1))));
		assertThatIOException().isThrownBy(answers::close).withRootCauseInstanceOf(IOException.class);
	}

	private static byte[] answer(int number) {
		return ("answer " + number + "\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static String answers(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "answer " + number + "\n").collect(Collectors.joining());
	}

	/**
	 * A client that accepts nothing until it starts to read.
	 */
	private static final class Client extends OutputStream {

		private final CountDownLatch reading = new CountDownLatch(1);

		private final ByteArrayOutputStream received = new ByteArrayOutputStream();

		private volatile boolean gone;

		private volatile String flushed = "";

		void reads() {
			this.reading.countDown();
		}

		void hangsUp() {
			this.gone = true;
			this.reading.countDown();
		}

		String flushed() {
			return this.flushed;
		}

		@Override
		public void write(int single) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(byte[] bytes) throws IOException {
			try {
				this.reading.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			if (this.gone) {
				throw new IOException("Broken pipe");
			}
			this.received.writeBytes(bytes);
		}

		@Override
		public void flush() {
			this.flushed = this.received.toString(StandardCharsets.US_ASCII);
		}

	}

}
