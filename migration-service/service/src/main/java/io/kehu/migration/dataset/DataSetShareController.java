package io.kehu.migration.dataset;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of data sets.
 */
@RestController
@RequestMapping("/api/v1/migrations/data-sets")
class DataSetShareController extends ShareController {

	DataSetShareController(@Qualifier("dataSetShares") Shares shares) {
		super(shares);
	}

}
