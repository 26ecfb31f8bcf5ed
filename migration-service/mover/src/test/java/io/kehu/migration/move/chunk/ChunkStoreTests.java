package io.kehu.migration.move.chunk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.UUID;

import io.kehu.migration.move.value.TupleBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChunkStoreTests {

	private static final UUID RUN = UUID.fromString("01890000-0000-7000-8000-000000000001");

	private static KeyPair pair;

	private static KeyPair otherPair;

	@TempDir
	private Path folder;

	private final RunKey key = RunKey.create("pair-1", pair.getPublic());

	@BeforeAll
	static void createKeys() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		pair = generator.generateKeyPair();
		otherPair = generator.generateKeyPair();
	}

	@ParameterizedTest
	@EnumSource
	void returnsWhatWasStored(Compression compression) throws IOException {
		ChunkStore store = new ChunkStore(this.folder, this.key, compression);
		TupleBuffer rows = rows(500);
		long size = store.write(id(0, false), rows);
		TupleBuffer read = new TupleBuffer();
		store.read(id(0, false), read);
		assertThat(read.rows()).isEqualTo(500);
		assertThat(Arrays.copyOf(read.data(), read.size())).isEqualTo(Arrays.copyOf(rows.data(), rows.size()));
		assertThat(read.start(499)).isEqualTo(rows.start(499));
		assertThat(size).isLessThan(rows.size() / 2);
	}

	@Test
	void storesNothingInClear() throws IOException {
		store().write(id(0, true), rows(1));
		assertThat(Files.readString(file(0), StandardCharsets.ISO_8859_1)).doesNotContain("value 0");
	}

	@Test
	void detectsTruncatedChunks() throws IOException {
		store().write(id(0, true), rows(10));
		byte[] bytes = Files.readAllBytes(file(0));
		for (int length : new int[] { 0, 20, bytes.length - 1 }) {
			Files.write(file(0), Arrays.copyOf(bytes, length));
			refuses(id(0, true));
		}
	}

	@Test
	void detectsFlippedBits() throws IOException {
		store().write(id(0, true), rows(10));
		byte[] bytes = Files.readAllBytes(file(0));
		for (int position : new int[] { 0, 15, bytes.length - 1 }) {
			byte[] damaged = bytes.clone();
			damaged[position] ^= 1;
			Files.write(file(0), damaged);
			refuses(id(0, true));
		}
	}

	@Test
	void detectsSwappedAndRepeatedChunks() throws IOException {
		store().write(id(0, false), rows(10));
		store().write(id(1, false), rows(20));
		byte[] first = Files.readAllBytes(file(0));
		Files.write(file(0), Files.readAllBytes(file(1)));
		Files.write(file(1), first);
		refuses(id(0, false));
		refuses(id(1, false));
		Files.write(file(2), first);
		refuses(id(2, false));
	}

	@Test
	void bindsChunksToTheirPlace() throws IOException {
		store().write(id(0, false), rows(10));
		refuses(id(0, true));
		refuses(new ChunkId(UUID.fromString("01890000-0000-7000-8000-000000000002"), 1, 0, 0, false));
		Files.copy(file(0), this.folder.resolve(new ChunkId(RUN, 2, 0, 0, false).fileName()));
		refuses(new ChunkId(RUN, 2, 0, 0, false));
		Files.copy(file(0), this.folder.resolve(new ChunkId(RUN, 1, 3, 0, false).fileName()));
		refuses(new ChunkId(RUN, 1, 3, 0, false));
	}

	@Test
	void refusesOtherKeys() throws IOException {
		store().write(id(0, true), rows(10));
		ChunkStore other = new ChunkStore(this.folder, RunKey.create("pair-1", pair.getPublic()), Compression.ZSTD);
		assertThatExceptionOfType(ChunkException.class).isThrownBy(() -> other.read(id(0, true), new TupleBuffer()));
		ChunkStore renamed = new ChunkStore(this.folder, new RunKey("pair-2", this.key.key(), this.key.wrapped()),
				Compression.ZSTD);
		assertThatExceptionOfType(ChunkException.class).isThrownBy(() -> renamed.read(id(0, true), new TupleBuffer()));
	}

	@Test
	void unwrapsTheDataKeyWithItsPairOnly() throws IOException {
		store().write(id(0, true), rows(10));
		RunKey unwrapped = RunKey.unwrap("pair-1", pair.getPrivate(), this.key.wrapped());
		TupleBuffer read = new TupleBuffer();
		new ChunkStore(this.folder, unwrapped, Compression.ZSTD).read(id(0, true), read);
		assertThat(read.rows()).isEqualTo(10);
		assertThatExceptionOfType(ChunkException.class)
			.isThrownBy(() -> RunKey.unwrap("pair-1", otherPair.getPrivate(), this.key.wrapped()));
	}

	@Test
	void leavesNothingBehindWhenShredded() throws IOException {
		ChunkStore store = store();
		store.write(id(0, true), rows(10));
		store.shred();
		assertThat(this.folder).doesNotExist();
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> store.read(id(0, true), new TupleBuffer()));
		store.shred();
	}

	private void refuses(ChunkId id) {
		assertThatExceptionOfType(ChunkException.class).isThrownBy(() -> store().read(id, new TupleBuffer()));
	}

	private ChunkStore store() {
		return new ChunkStore(this.folder, this.key, Compression.ZSTD);
	}

	private Path file(int number) {
		return this.folder.resolve(id(number, false).fileName());
	}

	private static ChunkId id(int number, boolean last) {
		return new ChunkId(RUN, 1, 0, number, last);
	}

	private static TupleBuffer rows(int count) {
		TupleBuffer rows = new TupleBuffer();
		for (int row = 0; row < count; row++) {
			byte[] text = ("value " + row % 7).getBytes();
			rows.begin(2);
			rows.put(text, 0, text.length);
			rows.putNull();
			rows.end();
		}
		return rows;
	}

}
