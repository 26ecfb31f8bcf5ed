/**
 * Shows a profile as a page that can be read by eye, by screen reader and on paper.
 */
@NullMarked
package io.kehu.migration.profile.page;

import org.jspecify.annotations.NullMarked;
