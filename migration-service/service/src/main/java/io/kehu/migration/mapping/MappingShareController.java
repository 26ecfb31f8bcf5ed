package io.kehu.migration.mapping;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of mappings.
 */
@RestController
@RequestMapping(MappingController.PATH)
class MappingShareController extends ShareController {

	MappingShareController(@Qualifier("mappingShares") Shares shares) {
		super(shares);
	}

}
