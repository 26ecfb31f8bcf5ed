package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Counts the decimal marks that the numbers of a column show.
 */
final class MarkCounts {

	private long points;

	private long commas;

	/**
	 * Counts a number.
	 * @return whether its mark may also separate thousands
	 */
	boolean add(String number, long times) {
		char mark = LocalNumber.mark(number);
		this.points += (mark == '.') ? times : 0;
		this.commas += (mark == ',') ? times : 0;
		return mark == '?';
	}

	void write(DataOutputStream output) throws IOException {
		output.writeLong(this.points);
		output.writeLong(this.commas);
	}

	/** Takes in what was written in another partition. */
	void merge(DataInputStream input) throws IOException {
		this.points += input.readLong();
		this.commas += input.readLong();
	}

	/** Returns how many more numbers have a point than a comma before their fraction. */
	long morePoints() {
		return this.points - this.commas;
	}

}
