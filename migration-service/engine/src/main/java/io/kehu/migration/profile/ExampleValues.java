package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

import io.kehu.migration.table.Hashes;

/**
 * Counts values of a kind and keeps a few different ones: those that hash lowest, so that
 * they are the same in whatever order the values come.
 */
final class ExampleValues {

	private static final int KEPT = 6;

	private static final int LONGEST = 120;

	private final TreeMap<Long, String> texts = new TreeMap<>();

	private long count;

	void add(String text, long times) {
		this.count += times;
		String shown = (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
		keep(Hashes.of(shown), shown);
	}

	private void keep(long hash, String shown) {
		if (this.texts.size() < KEPT || hash < this.texts.lastKey()) {
			this.texts.put(hash, shown);
			if (this.texts.size() > KEPT) {
				this.texts.pollLastEntry();
			}
		}
	}

	void merge(ExampleValues other) {
		other.texts.forEach(this::keep);
		this.count += other.count;
	}

	void write(DataOutputStream output) throws IOException {
		output.writeLong(this.count);
		output.writeInt(this.texts.size());
		for (String text : this.texts.values()) {
			StateText.write(text, output);
		}
	}

	static ExampleValues read(DataInputStream input) throws IOException {
		ExampleValues examples = new ExampleValues();
		examples.count = input.readLong();
		for (int left = input.readInt(); left > 0; left--) {
			String text = StateText.readPresent(input);
			examples.keep(Hashes.of(text), text);
		}
		return examples;
	}

	long count() {
		return this.count;
	}

	List<String> texts() {
		return List.copyOf(this.texts.values());
	}

}
