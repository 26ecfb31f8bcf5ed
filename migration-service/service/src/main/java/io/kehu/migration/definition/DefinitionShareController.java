package io.kehu.migration.definition;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of cleaning definitions.
 */
@RestController
@RequestMapping("/api/v1/migrations/definitions")
class DefinitionShareController extends ShareController {

	DefinitionShareController(@Qualifier("definitionShares") Shares shares) {
		super(shares);
	}

}
