package io.kehu.platform.record;

import io.kehu.platform.cache.EntrySeal;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.personal.SealedHistory;
import io.kehu.platform.sealed.SealedPlaces;
import io.kehu.platform.sealing.BlindIndex;
import io.kehu.platform.sealing.SealedColumn;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import tools.jackson.databind.json.JsonMapper;

/**
 * What kinds of record with sealed fields need.
 */
record RecordSealing(Sealing sealing, SealedCopies copies, SealedPlaces places, SealedRows rows, JsonMapper json) {

	BlindIndex index() {
		return this.sealing.index();
	}

	/** Returns how entries of a cache are sealed. */
	<V extends Record & RecordView> EntrySeal<V> entries() {
		return new EntrySeal<>(this.sealing.presentMark(), (view) -> this.copies.sealed(view, view.id()),
				(view) -> this.copies.opened(view, view.id()));
	}

	/** Declares that the column of a field is sealed. */
	void column(String table, String column, String field) {
		this.places.add(new SealedColumn(this.rows, this.sealing, table, column, field));
	}

	/** Declares that the history of a kind is sealed if its views have sealed fields. */
	void history(String kind, Class<?> view) {
		if (!PersonalData.of(view).sealedMembers().isEmpty()) {
			this.places.add(new SealedHistory(this.rows, this.copies, this.json, kind, view));
		}
	}

}
