package dev.cpor.payout.verify;

import dev.cpor.payout.Control;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A control file that is there, in its format and of the date of its folder.
 *
 * @param sha256 of the file's bytes
 */
record ReadControl(LocalDate businessDate, String sha256, Control control) {

    static List<ReadControl> all(PayoutFolder folder, SignatureCheck signatures, Discrepancies found) {
        List<ReadControl> all = new ArrayList<>();
        folder.nights().forEach((date, hasControl) -> {
            SmallFile<Control> file = hasControl
                    ? SmallFile.read(folder, PayoutFolder.control(date), Control::of, Control::bytes, signatures, found)
                    : null;
            Control control = file == null ? null : file.content();
            if (file != null && control != null) {
                if (!control.businessDate().equals(date)) {
                    found.add(
                            PayoutFolder.control(date),
                            "it says business date " + control.businessDate() + ", which is not that of its folder");
                }
                all.add(new ReadControl(date, file.sha256(), control));
            }
        });
        return all;
    }

    String name() {
        return PayoutFolder.control(businessDate);
    }
}
