package io.kehu.migration.run;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobFailure;
import org.jspecify.annotations.Nullable;

/**
 * The sets of known keys that the rules of a job refer to; read once for all parts that
 * an instance processes.
 */
final class KnownKeys {

	/** A text with its array of characters and its entry in the set. */
	private static final long BYTES_PER_KEY = 112;

	private final StagedData data;

	private final long memory;

	private @Nullable UUID job;

	private SoftReference<Map<String, Set<String>>> keys = new SoftReference<>(null);

	/**
	 * Creates an empty cache.
	 * @param data the staged data
	 * @param memory the memory for the keys of a job, in bytes
	 */
	KnownKeys(StagedData data, long memory) {
		this.data = data;
		this.memory = memory;
	}

	/**
	 * Returns the sets of a job.
	 * @param id the job
	 * @param references the columns with the keys, by name
	 * @throws JobFailure if they do not fit into the memory
	 */
	synchronized Map<String, Set<String>> of(UUID id, Map<String, NewRun.KeyReference> references) throws Exception {
		Map<String, Set<String>> known = this.keys.get();
		if (known == null || !id.equals(this.job)) {
			known = read(references);
			this.job = id;
			this.keys = new SoftReference<>(known);
		}
		return known;
	}

	private Map<String, Set<String>> read(Map<String, NewRun.KeyReference> references) throws Exception {
		Map<String, Set<String>> read = new HashMap<>();
		long[] bytes = { 0 };
		for (Map.Entry<String, NewRun.KeyReference> reference : references.entrySet()) {
			Set<String> keys = new HashSet<>();
			LoadedRows.each(this.data, reference.getValue().dataSetId().toString(), reference.getValue().column(),
					(key) -> {
						bytes[0] += keys.add(key) ? BYTES_PER_KEY + key.length() : 0;
						if (bytes[0] > this.memory) {
							throw new JobFailure(String.format(Locale.ROOT,
									"More than %,d known keys do not fit into memory", keys.size()));
						}
					});
			read.put(reference.getKey(), keys);
		}
		return read;
	}

}
