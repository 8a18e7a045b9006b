/** The example of the guide for authors of exporters: Mixpanel, in three classes. */
@NullMarked
package mixpanel;

import org.jspecify.annotations.NullMarked;
