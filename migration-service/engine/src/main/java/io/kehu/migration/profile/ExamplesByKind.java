package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Values of several kinds, each counted and shown by examples.
 *
 * @param <K> the kinds
 */
final class ExamplesByKind<K extends Enum<K>> {

	private final Class<K> kinds;

	private final Map<K, ExampleValues> found;

	ExamplesByKind(Class<K> kinds) {
		this.kinds = kinds;
		this.found = new EnumMap<>(kinds);
	}

	private ExampleValues of(K kind) {
		return this.found.computeIfAbsent(kind, (absent) -> new ExampleValues());
	}

	void add(K kind, String text, long times) {
		of(kind).add(text, times);
	}

	/** Returns how many there are of a kind. */
	long count(K kind) {
		ExampleValues examples = this.found.get(kind);
		return (examples != null) ? examples.count() : 0;
	}

	/** Returns those of each kind that was found. */
	Map<K, ExampleValues> found() {
		return Collections.unmodifiableMap(this.found);
	}

	void write(DataOutputStream output) throws IOException {
		output.writeInt(this.found.size());
		for (Map.Entry<K, ExampleValues> kind : this.found.entrySet()) {
			output.writeUTF(kind.getKey().name());
			kind.getValue().write(output);
		}
	}

	/** Takes in what was written in another partition. */
	void merge(DataInputStream input) throws IOException {
		for (int left = input.readInt(); left > 0; left--) {
			of(Enum.valueOf(this.kinds, input.readUTF())).merge(ExampleValues.read(input));
		}
	}

}
