package io.kehu.migration.staging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.github.luben.zstd.ZstdInputStream;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder in which brought data lies, encrypted; instances that share the folder and
 * the key share the data.
 */
public final class StagingArea {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String MANIFEST = "manifest";

	private static final int BUFFER = 1 << 15;

	private final Path folder;

	private final StagingCipher cipher;

	/**
	 * Make an area.
	 * @param folder where it lies; made when it is not there
	 * @param cipher encrypts it
	 */
	public StagingArea(Path folder, StagingCipher cipher) {
		this.folder = folder;
		this.cipher = cipher;
	}

	/**
	 * Stage all rows of a source in ranges.
	 * @param id the new set's id
	 * @param source the rows; read to its end but not closed
	 * @param rowsPerPartition how many rows a partition has
	 * @return the set
	 */
	public StagedSet stage(String id, RowSource source, long rowsPerPartition) throws IOException {
		try (SetWriter writer = write(id, Partitioning.byRange(rowsPerPartition))) {
			for (Row row = source.next(); row != null; row = source.next()) {
				writer.write(row);
			}
			return writer.complete(source.columns());
		}
	}

	/**
	 * Begin a new set.
	 * @param id its id, letters, digits and dashes
	 * @param partitioning which row goes where
	 * @return takes the rows
	 */
	public SetWriter write(String id, Partitioning partitioning) {
		return new SetWriter(this, id, partitioning);
	}

	/**
	 * Write one partition of a set, for instances that share a set's making.
	 * @param id the set's id
	 * @param number the partition's number
	 * @return takes the rows
	 */
	public PartitionWriter writePartition(String id, int number) throws IOException {
		return new PartitionWriter(writeBytes(id, number), number);
	}

	/**
	 * Write one partition of a set that holds no rows.
	 * @param id the set's id
	 * @param number the partition's number
	 * @return takes the bytes
	 */
	public PartitionFile writeBytes(String id, int number) throws IOException {
		Path file = partition(id, number);
		Files.createDirectories(set(id));
		return new PartitionFile(file, this.cipher, context(id, file));
	}

	/**
	 * Make a set visible whose partitions have been written.
	 * @param id its id
	 * @param columns its columns
	 * @param partitions what was written
	 * @return the set
	 */
	public StagedSet complete(String id, List<String> columns, List<StagedPartition> partitions) throws IOException {
		StagedSet set = new StagedSet(id, columns,
				partitions.stream().sorted(Comparator.comparingInt(StagedPartition::number)).toList());
		Files.createDirectories(set(id));
		Path manifest = set(id).resolve(MANIFEST);
		Path unfinished = Files.createTempFile(set(id), MANIFEST, ".part");
		try (OutputStream output = this.cipher.encrypt(unfinished, context(id, manifest))) {
			output.write(JSON.writeValueAsBytes(set));
		}
		Files.move(unfinished, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		return set;
	}

	/**
	 * Open a complete set.
	 * @param id its id
	 * @return the set
	 * @throws java.nio.file.NoSuchFileException when there is none of that id, or it is
	 * not complete
	 */
	public StagedSet open(String id) throws IOException {
		Path manifest = set(id).resolve(MANIFEST);
		try (InputStream input = this.cipher.decrypt(manifest, context(id, manifest))) {
			return JSON.readValue(input.readAllBytes(), StagedSet.class);
		}
	}

	/**
	 * Read a partition.
	 * @param id the set's id
	 * @param number the partition's number
	 * @return its rows, to be closed
	 */
	public StagedRows read(String id, int number) throws IOException {
		return new StagedRows(readBytes(id, number));
	}

	/**
	 * Read a partition of a set that holds no rows.
	 * @param id the set's id
	 * @param number the partition's number
	 * @return its bytes, to be closed
	 */
	public DataInputStream readBytes(String id, int number) throws IOException {
		Path file = partition(id, number);
		InputStream decrypted = this.cipher.decrypt(file, context(id, file));
		return new DataInputStream(new BufferedInputStream(new ZstdInputStream(decrypted), BUFFER));
	}

	/**
	 * Delete a set, complete or not.
	 * @param id its id
	 */
	public void delete(String id) throws IOException {
		Path set = set(id);
		if (!Files.exists(set)) {
			return;
		}
		Files.deleteIfExists(set.resolve(MANIFEST));
		try (Stream<Path> files = Files.walk(set)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	private Path set(String id) {
		return this.folder.resolve("sets").resolve(StagingNames.checked(id));
	}

	private Path partition(String id, int number) {
		return set(id).resolve("partition-%05d".formatted(number));
	}

	private static String context(String id, Path file) {
		return "set/%s/%s".formatted(id, file.getFileName());
	}

}
