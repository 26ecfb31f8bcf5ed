package io.kehu.platform.test.contract.planted;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Breaks the rules for controllers.
 */
@RestController
public class PlantedController {

	@Autowired
	private PlantedHelper helper;

	@GetMapping("/planted")
	public PlantedEntity entity() {
		return this.helper.entity();
	}

}
