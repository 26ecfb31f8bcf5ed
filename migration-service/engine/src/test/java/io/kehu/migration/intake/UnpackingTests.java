package io.kehu.migration.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import com.github.luben.zstd.ZstdOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnpackingTests {

	@ParameterizedTest
	@EnumSource
	void readsPackedFilesByTheirBytes(Packing packing) throws IOException {
		Reading reading = Reading.of(packed(packing, text("id,name\n1,Ann\n")));

		assertThat(reading.description().packing()).containsExactly(packing);
		assertThat(reading.values()).containsExactly(List.of("1", "Ann"));
	}

	@Test
	void readsSeveralMembersAsOne() throws IOException {
		ByteArrayOutputStream both = new ByteArrayOutputStream();
		both.write(packed(Packing.GZIP, text("id,name\n1,Ann\n")));
		both.write(packed(Packing.GZIP, text("2,Bob\n")));

		assertThat(Reading.of(both.toByteArray()).rows()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void stopsABomb(Packing packing) throws IOException {
		byte[] bomb = packed(packing, new Repeated("id,name\n", 200 << 20));

		assertThat(bomb).hasSizeLessThan(1 << 20);
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(bomb))
			.withMessageContaining("unpacks")
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.EXPANDS_TOO_FAR));
	}

	@Test
	void stopsAFileThatUnpacksToTooMuch() throws IOException {
		byte[] file = packed(Packing.GZIP, new Repeated("id,name\n", 2 << 20));
		Intake intake = new Intake(new IntakeLimits(1000, 10, 1 << 20, 10_000, 1000), Corrections.none(), (problem) -> {
		});

		assertThatExceptionOfType(IntakeException.class)
			.isThrownBy(() -> Reading.of(intake, new java.io.ByteArrayInputStream(file)))
			.withMessageContaining("1,048,576");
	}

	@Test
	void refusesNestedPacking() throws IOException {
		byte[] thrice = packed(Packing.GZIP, stream(packed(Packing.ZSTD, stream(packed(Packing.GZIP, text("a\n"))))));

		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(thrice))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.EXPANDS_TOO_FAR));
	}

	@ParameterizedTest
	@EnumSource
	void saysThatAPackedFileIsCutOff(Packing packing) throws IOException {
		StringBuilder lines = new StringBuilder("id,name\n");
		for (int i = 0; i < 100_000; i++) {
			lines.append(i).append(",name ").append(i * 7919L % 100_003).append('\n');
		}
		byte[] whole = packed(packing, text(lines.toString()));
		byte[] cut = Arrays.copyOf(whole, whole.length / 2);

		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(cut))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.DAMAGED));
	}

	private static byte[] packed(Packing packing, InputStream input) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream output = switch (packing) {
			case GZIP -> new GZIPOutputStream(bytes);
			case ZSTD -> new ZstdOutputStream(bytes);
		}) {
			input.transferTo(output);
		}
		return bytes.toByteArray();
	}

	private static InputStream text(String text) {
		return stream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream stream(byte[] bytes) {
		return new java.io.ByteArrayInputStream(bytes);
	}

}
