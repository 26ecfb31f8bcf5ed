package io.kehu.migration.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.linkage.LinkageResult;
import io.kehu.migration.linkage.PreparedLinkage;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagingArea;

/**
 * Brings the pairs that instances weigh to the one that clusters them, through staging,
 * where all of them find what the others wrote.
 */
final class WeighedPairs {

	private static final int PIECE = 48 << 10;

	private final StagingArea area;

	private final String set;

	WeighedPairs(StagingArea area, String set) {
		this.area = area;
		this.set = set;
	}

	/** Weighs a share of the pairs into staging. */
	void weigh(PreparedLinkage linkage, int share, int shares) throws IOException {
		Path file = Files.createTempFile("kehu-pairs", ".bin");
		try {
			linkage.score(share, shares, file);
			try (InputStream input = Files.newInputStream(file);
					PartitionWriter writer = this.area.writePartition(this.set, share)) {
				long piece = 0;
				for (byte[] bytes = input.readNBytes(PIECE); bytes.length > 0; bytes = input.readNBytes(PIECE)) {
					writer.write(new Row(++piece, Base64.getEncoder().encodeToString(bytes)));
				}
				writer.complete();
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	/** Clusters what all shares found. */
	LinkageResult cluster(PreparedLinkage linkage, int shares) throws IOException {
		List<Path> files = new ArrayList<>();
		try {
			for (int share = 0; share < shares; share++) {
				Path file = Files.createTempFile("kehu-pairs", ".bin");
				files.add(file);
				fetch(share, file);
			}
			return linkage.cluster(files);
		}
		finally {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
	}

	private void fetch(int share, Path file) throws IOException {
		try (OutputStream output = Files.newOutputStream(file); StagedRows rows = this.area.read(this.set, share)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				output.write(Base64.getDecoder().decode(String.valueOf(row.value(0))));
			}
		}
	}

	/** Deletes what the shares found. */
	void delete() throws IOException {
		this.area.delete(this.set);
	}

}
