package io.kehu.migration.match;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.PreparedLinkage;
import io.kehu.migration.staging.PartitionFile;
import io.kehu.migration.staging.StagingArea;

/**
 * Passes the pairs that instances have weighed to the one that clusters them, through
 * staging.
 */
final class WeighedPairs {

	private final StagingArea area;

	private final String set;

	WeighedPairs(StagingArea area, String set) {
		this.area = area;
		this.set = set;
	}

	/** Weighs a share of the pairs. */
	void weigh(PreparedLinkage linkage, int share, int shares) throws IOException {
		Path file = Files.createTempFile("kehu-pairs", ".bin");
		try {
			linkage.score(share, shares, file);
			try (PartitionFile staged = this.area.writeBytes(this.set, share)) {
				Files.copy(file, staged.output());
				staged.complete();
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	/** Clusters the pairs of all shares. */
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
		try (InputStream staged = this.area.readBytes(this.set, share)) {
			Files.copy(staged, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes the pairs of all shares. */
	void delete() throws IOException {
		this.area.delete(this.set);
	}

}
