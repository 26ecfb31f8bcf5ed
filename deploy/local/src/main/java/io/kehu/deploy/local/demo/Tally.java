package io.kehu.deploy.local.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts for every row that was read: its outcome, and the reason if it was rejected.
 */
public final class Tally {

	private static final int MOST_REASONS = 20;

	private final String what;

	private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

	private final List<String> reasons = new ArrayList<>();

	private int read;

	Tally(String what) {
		this.what = what;
	}

	/** The outcome of a row. */
	public enum Outcome {

		/** The record was created. */
		CREATED,

		/** The record existed and was changed. */
		UPDATED,

		/** The record existed with the same content. */
		UNCHANGED,

		/** The row was rejected. */
		REJECTED

	}

	void read(int rows) {
		this.read += rows;
	}

	void count(Outcome outcome) {
		this.counts.merge(outcome, 1, Integer::sum);
	}

	void reject(String row, String reason) {
		count(Outcome.REJECTED);
		if (this.reasons.size() < MOST_REASONS) {
			this.reasons.add(row + ": " + reason);
		}
	}

	public String what() {
		return this.what;
	}

	public int read() {
		return this.read;
	}

	public int of(Outcome outcome) {
		return this.counts.getOrDefault(outcome, 0);
	}

	/** Returns the reasons for the first rejected rows. */
	public List<String> reasons() {
		return List.copyOf(this.reasons);
	}

	/** Whether every row that was read has exactly one outcome. */
	public boolean isComplete() {
		return this.counts.values().stream().mapToInt(Integer::intValue).sum() == this.read;
	}

}
