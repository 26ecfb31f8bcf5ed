package io.kehu.migration.matching.pairs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;

/**
 * The pairs that one partition found, as a file that says what it belongs to.
 *
 * @param fingerprint of the weights and settings under which the pairs were found
 * @param partition which partition it is, from 0
 * @param partitions how many there are
 */
public record ScoredPairs(long fingerprint, int partition, int partitions) {

	private static final long MAGIC = 0x4B45485550414952L;

	private static final int BUFFER = 1 << 18;

	/** Writes pairs; the file is there whole or not at all. */
	public void write(PairList pairs, Path file) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".part");
		try (DataOutputStream output = new DataOutputStream(
				new BufferedOutputStream(Files.newOutputStream(part), BUFFER))) {
			output.writeLong(MAGIC);
			output.writeLong(this.fingerprint);
			output.writeInt(this.partition);
			output.writeInt(this.partitions);
			output.writeInt(pairs.size());
			for (int i = 0; i < pairs.size(); i++) {
				output.writeLong(pairs.get(i));
			}
		}
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Reads the pairs of all partitions, in order. */
	public static PairList read(List<Path> files, long fingerprint) throws IOException {
		PairList pairs = new PairList();
		BitSet seen = new BitSet();
		for (Path file : files) {
			ScoredPairs header = read(file, pairs);
			if (header.fingerprint() != fingerprint || header.partitions() != files.size()) {
				throw new IllegalArgumentException("%s is not of this linkage".formatted(file.getFileName()));
			}
			if (seen.get(header.partition())) {
				throw new IllegalArgumentException("Partition %d comes twice".formatted(header.partition()));
			}
			seen.set(header.partition());
		}
		if (seen.cardinality() != files.size() || files.isEmpty()) {
			throw new IllegalArgumentException("Not all partitions are there: " + seen);
		}
		pairs.sortDistinct();
		return pairs;
	}

	private static ScoredPairs read(Path file, PairList pairs) throws IOException {
		try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
			if (input.readLong() != MAGIC) {
				throw new IOException("%s holds no scored pairs".formatted(file.getFileName()));
			}
			ScoredPairs header = new ScoredPairs(input.readLong(), input.readInt(), input.readInt());
			int count = input.readInt();
			for (int i = 0; i < count; i++) {
				pairs.add(input.readLong());
			}
			return header;
		}
	}

}
