package io.kehu.platform.test.contract.planted;

/**
 * Has a name that says nothing.
 */
public class PlantedHelper {

	PlantedEntity entity() {
		return new PlantedEntity();
	}

}
