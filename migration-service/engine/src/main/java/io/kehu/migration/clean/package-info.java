/**
 * What the cleaning steps share: numbers read from columns, and the rows still kept.
 */
@NullMarked
package io.kehu.migration.clean;

import org.jspecify.annotations.NullMarked;
