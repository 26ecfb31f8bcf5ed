package io.kehu.migration.profile;

import java.util.Locale;

/**
 * The kinds of issues that the values of a column can have.
 */
public enum IssueKind {

	/** Blanks before or after. */
	BLANKS_AROUND("Blanks around the value"),
	/** Several blanks in a row. */
	BLANKS_DOUBLED("Several blanks in a row"),
	/** Characters that no one sees. */
	CONTROL_CHARACTERS("Invisible control characters"),
	/** UTF-8 that was read as something else. */
	WRONG_ENCODING("Wrongly decoded characters"),
	/** The same letter written as different characters. */
	NOT_NORMALISED("Letters composed of several characters"),
	/** Words such as n/a that stand for nothing. */
	WORD_FOR_MISSING("A word that stands for no value"),
	/** Not of the type that the column has. */
	OTHER_TYPE("Not of the column's type"),
	/** A date that no calendar has. */
	IMPOSSIBLE_DATE("A date that does not exist"),
	/** Dates in several forms. */
	SEVERAL_DATE_FORMS("Not in the column's usual date form"),
	/** Day and month could be swapped. */
	AMBIGUOUS_DATE("Day and month could be swapped"),
	/** No e-mail can be delivered there. */
	INVALID_EMAIL("Not an e-mail address"),
	/** No telephone can be reached there. */
	INVALID_PHONE("Not a telephone number"),
	/** Numbers with a comma before the fraction. */
	LOCAL_NUMBER("A number in a local notation"),
	/** Numbers whose point or comma may stand before thousands or before the fraction. */
	OPEN_MARK("A point or comma that may separate thousands or decimals"),
	/** Days as a spreadsheet counts them. */
	SERIAL_DATE("A date as the day number of a spreadsheet"),
	/** Whole numbers that went through a program that gives all numbers a fraction. */
	ZERO_FRACTION("A whole number written with a fraction"),
	/** Far from the others. */
	OUTLIER("Far outside the usual range"),
	/** The same word in several spellings. */
	SEVERAL_SPELLINGS("A rarer spelling of another value");

	private final String title;

	IssueKind(String title) {
		this.title = title;
	}

	/** Returns the issue in a few words. */
	public String title() {
		return this.title;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
