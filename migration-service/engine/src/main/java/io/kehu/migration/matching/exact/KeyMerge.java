package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Merges the same part of several runs: a heap of their readers.
 */
final class KeyMerge {

	private final KeyReader[] heap;

	private int size;

	private boolean begun;

	KeyMerge(List<KeyRun> runs, int part) throws IOException {
		this.heap = new KeyReader[runs.size()];
		for (KeyRun run : runs) {
			KeyReader reader = run.read(part);
			if (reader.advance()) {
				this.heap[this.size++] = reader;
			}
		}
		for (int place = this.size / 2 - 1; place >= 0; place--) {
			sink(place);
		}
	}

	/** Returns the reader that stands at the next key, or null after the last. */
	@Nullable KeyReader next() throws IOException {
		if (this.begun && this.size > 0) {
			if (!this.heap[0].advance()) {
				this.heap[0] = this.heap[--this.size];
			}
			sink(0);
		}
		this.begun = true;
		return (this.size > 0) ? this.heap[0] : null;
	}

	private void sink(int from) {
		int place = from;
		KeyReader reader = this.heap[place];
		while (2 * place + 1 < this.size) {
			int child = 2 * place + 1;
			if (child + 1 < this.size && this.heap[child + 1].isBefore(this.heap[child])) {
				child++;
			}
			if (!this.heap[child].isBefore(reader)) {
				break;
			}
			this.heap[place] = this.heap[child];
			place = child;
		}
		this.heap[place] = reader;
	}

}
