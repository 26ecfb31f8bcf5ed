package io.kehu.migration.staging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.staging.UploadException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadsTests {

	private static final byte[] BYTES = new byte[200_000];

	@TempDir
	private Path folder;

	private Uploads uploads;

	@BeforeEach
	void open() {
		new Random(3).nextBytes(BYTES);
		this.uploads = new Uploads(this.folder, StagingCipher.of(List.of(new byte[StagingCipher.KEY_BYTES])));
	}

	@Test
	void takesAFileInPieces() throws IOException {
		this.uploads.create("file", BYTES.length, digest(BYTES).toUpperCase(java.util.Locale.ROOT));

		assertThat(this.uploads.append("file", 0, part(0, 70_000)).received()).isEqualTo(70_000);
		assertThat(this.uploads.append("file", 70_000, part(70_000, 70_001)).received()).isEqualTo(70_001);
		assertThat(this.uploads.append("file", 70_001, part(70_001, BYTES.length)).received()).isEqualTo(BYTES.length);

		assertThat(this.uploads.finish("file").received()).isEqualTo(BYTES.length);
		try (InputStream input = this.uploads.open("file")) {
			assertThat(input.readAllBytes()).isEqualTo(BYTES);
		}
	}

	@Test
	void keepsWhatCameBeforeTheConnectionBroke() throws IOException {
		this.uploads.create("file", BYTES.length, digest(BYTES));

		this.uploads.append("file", 0, new SequenceInputStream(part(0, 90_000), new Broken()));
		Uploads restarted = new Uploads(this.folder, StagingCipher.of(List.of(new byte[StagingCipher.KEY_BYTES])));
		long received = restarted.progress("file").received();
		restarted.append("file", received, part((int) received, BYTES.length));

		assertThat(received).isEqualTo(90_000);
		assertThat(restarted.finish("file").received()).isEqualTo(BYTES.length);
	}

	@Test
	void refusesWhatDoesNotFit() throws IOException {
		this.uploads.create("file", 100, digest(BYTES));
		this.uploads.append("file", 0, part(0, 60));

		assertRefused(Reason.WRONG_OFFSET, 60, () -> this.uploads.append("file", 50, part(50, 60)));
		assertRefused(Reason.TOO_LONG, 60, () -> this.uploads.append("file", 60, part(60, 200)));
		assertRefused(Reason.INCOMPLETE, 60, () -> this.uploads.finish("file"));
		this.uploads.append("file", 60, part(60, 100));
		assertRefused(Reason.WRONG_DIGEST, 100, () -> this.uploads.finish("file"));
		assertRefused(Reason.UNKNOWN, 0, () -> this.uploads.progress("other"));
		assertRefused(Reason.TOO_LARGE, 0, () -> this.uploads.create("file", (10L << 30) + 1, ""));
	}

	@Test
	void refusesTwoSendersAtOnce() throws IOException {
		this.uploads.create("file", 100, digest(BYTES));
		InputStream rival = new InputStream() {
			@Override
			public int read() {
				assertRefused(Reason.BUSY, 0, () -> UploadsTests.this.uploads.append("file", 0, part(0, 10)));
				return -1;
			}
		};

		assertThat(this.uploads.append("file", 0, rival).received()).isZero();
	}

	@Test
	void isReadLikeAFile() throws IOException {
		byte[] csv = "id,name\n1,Ann\n2,Bob\n".getBytes(StandardCharsets.UTF_8);
		this.uploads.create("csv", csv.length, digest(csv));
		this.uploads.append("csv", 0, new ByteArrayInputStream(csv, 0, 10));
		this.uploads.append("csv", 10, new ByteArrayInputStream(csv, 10, csv.length - 10));
		this.uploads.finish("csv");

		try (RowSource source = Intake.standard().open(this.uploads.open("csv"))) {
			assertThat(source.next()).hasToString("2: [1, Ann]");
			assertThat(source.next()).hasToString("3: [2, Bob]");
		}
	}

	private static void assertRefused(Reason reason, long received, ThrowingCallable call) {
		assertThatExceptionOfType(UploadException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason))
			.satisfies((ex) -> assertThat(ex.received()).isEqualTo(received));
	}

	private static InputStream part(int from, int to) {
		return new ByteArrayInputStream(Arrays.copyOfRange(BYTES, from, to));
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A connection that breaks.
	 */
	private static final class Broken extends InputStream {

		@Override
		public int read() throws IOException {
			throw new IOException("Connection reset");
		}

	}

}
