package io.kehu.platform.test.contract.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * Breaks the rules for entities.
 */
@Entity
public class PlantedEntity {

	@Id
	private long id;

	public void setId(long id) {
		this.id = id;
	}

	public long getId() {
		return this.id;
	}

}
