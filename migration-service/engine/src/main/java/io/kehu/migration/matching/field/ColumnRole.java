package io.kehu.migration.matching.field;

import java.util.Locale;

/**
 * What a column of persons or organisations means to record linkage.
 */
public enum ColumnRole {

	/** The whole name of a person. */
	FULL_NAME,

	/** First names. */
	GIVEN_NAME,

	/** Last name. */
	FAMILY_NAME,

	/** A day, such as a date of birth. */
	DATE,

	/** Postal code. */
	POSTCODE,

	/** City, suburb or place of birth. */
	PLACE,

	/** Street, or another line of an address. */
	ADDRESS,

	/** House or flat number. */
	HOUSE_NUMBER,

	/** A number or code that belongs to one entity alone, such as a tax number. */
	IDENTIFIER,

	/** Name of the organisation that the record describes. */
	ORGANISATION,

	/** Name of the company that a person works for. */
	COMPANY,

	/** Phone number. */
	PHONE,

	/** E-mail address or login. */
	EMAIL,

	/** One of few values, such as gender or state. */
	CATEGORY,

	/** A number that may lie near another, such as a turnover. */
	NUMBER,

	/** Any other text, such as an occupation. */
	TEXT,

	/** Names the record itself, not its entity: no evidence. */
	RECORD_KEY,

	/** Not used. */
	IGNORED;

	/**
	 * Returns whether a field holds names of persons.
	 */
	public boolean isName() {
		return this == FULL_NAME || this == GIVEN_NAME || this == FAMILY_NAME;
	}

	/**
	 * Returns whether a field tells a location, so that it may follow from another that
	 * does.
	 */
	public boolean isLocation() {
		return this == POSTCODE || this == PLACE || this == ADDRESS || this == CATEGORY;
	}

	/**
	 * Returns whether agreement in a field may follow from agreement in another, as it
	 * does among neighbours and relatives.
	 */
	public boolean mayFollow() {
		return isLocation() || this == HOUSE_NUMBER || this == FAMILY_NAME || this == PHONE || this == TEXT
				|| this == IDENTIFIER || this == COMPANY;
	}

	/**
	 * Returns whether agreement in other fields may follow from agreement in this one.
	 */
	public boolean mayLead() {
		return mayFollow() && this != FAMILY_NAME && this != HOUSE_NUMBER;
	}

	/**
	 * Returns whether different persons of one household may share a field, as couples do
	 * a bank account. Whether they do is learnt.
	 */
	public boolean isOfHousehold() {
		return isLocation() || this == HOUSE_NUMBER || this == FAMILY_NAME || this == PHONE || this == EMAIL
				|| this == IDENTIFIER;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
