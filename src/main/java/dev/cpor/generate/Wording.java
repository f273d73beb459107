package dev.cpor.generate;

import java.util.List;

/** What people write into claims. */
final class Wording {
    static final List<String> OCCASIONS = List.of(
            "rollout", "migration", "adoption", "assessment", "pilot", "renewal", "extension", "proof of value");

    static final List<String> DOCUMENTS = List.of(
            "statement-of-work.pdf",
            "customer-sign-off.pdf",
            "acceptance-protocol.pdf",
            "project-plan.docx",
            "invoice-and-delivery-note.pdf",
            "deployment-report.pdf");

    static final List<String> REQUESTS = List.of(
            "Please add the customer's signature to the statement of work.",
            "The dates in the document are older than the claim. Please send a current one.",
            "We cannot find one of the claimed products in the document.",
            "The document is for another customer.\nPlease check which file was uploaded.",
            "Please describe the work that your team has done.");

    static final List<String> ANSWERS = List.of(
            "The signed version is attached.",
            "Sorry, that was the wrong file. Here is the right one.",
            "We have taken the product out of the claim.",
            "The project ran longer than planned; see page 3 for the new dates.",
            "Done, thank you.");

    static final List<String> REMARKS = List.of(
            "Is there anything else you need from us?",
            "The customer's contact has changed, the new one is Zoë Nuñez.",
            "Second reading done, one question is with a colleague.",
            "Go-live was moved by a week.",
            "Thanks for the quick answer!");

    static final List<String> REFUSALS = List.of(
            "The documents do not show work by the partner.",
            "The customer told us that no such project exists.",
            "The link in the document leads nowhere.");

    static final List<String> DISPUTES = List.of(
            "The reviewer looked at the first document only, the second one has the signature.",
            "The customer has confirmed the project in writing since then.",
            "All claimed products are on page 2 of the statement of work.");

    private Wording() {}
}
