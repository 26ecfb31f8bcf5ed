package io.kehu.migration.move.chunk;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place of a chunk, to which its encryption binds it.
 *
 * @param run the run
 * @param table the number of the table in the run
 * @param partition the number of the partition of the table
 * @param number the number of the chunk in the partition, starting from 0
 * @param last whether it is the last chunk of the partition
 */
public record ChunkId(UUID run, int table, int partition, int number, boolean last) {

	byte[] associatedData(String key) {
		return ("kehu-chunk/1/" + key + "/" + this.run + "/" + this.table + "/" + this.partition + "/" + this.number
				+ "/" + (this.last ? "last" : "more"))
			.getBytes(StandardCharsets.UTF_8);
	}

	String fileName() {
		return "t%04d-p%04d-%06d.chunk".formatted(this.table, this.partition, this.number);
	}

}
